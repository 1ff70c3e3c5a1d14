package dev.offsession.notifier.prompting.mongo;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Money;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What a prompt says about its charge, as it is stored. */
final class ChargeDocument {
  private ChargeDocument() {}

  static Document of(ChargeFacts facts) {
    var charge =
        new Document("customer_reference", facts.customerReference())
            .append("payment_intent_id", facts.paymentIntentId())
            .append("amount_minor", facts.amount().minorUnits())
            .append("currency", facts.amount().currency())
            .append("description", facts.description())
            .append("customer_message_key", facts.customerMessageKey())
            .append("occurred_at", Date.from(facts.occurredAt()))
            .append("deadline", facts.deadline() == null ? null : Date.from(facts.deadline()));
    var card = facts.card();
    return card == null
        ? charge
        : charge.append(
            "card",
            new Document("payment_method_id", card.paymentMethodId())
                .append("brand", card.brand())
                .append("last4", card.last4()));
  }

  static ChargeFacts read(Document charge) {
    return new ChargeFacts(
        charge.getString("customer_reference"),
        charge.getString("payment_intent_id"),
        new Money(charge.getLong("amount_minor"), charge.getString("currency")),
        charge.getString("description"),
        card(charge.get("card", Document.class)),
        charge.getString("customer_message_key"),
        instant(charge, "occurred_at"),
        charge.getDate("deadline") == null ? null : instant(charge, "deadline"));
  }

  private static ChargeFacts.@Nullable Card card(@Nullable Document card) {
    return card == null
        ? null
        : new ChargeFacts.Card(
            card.getString("payment_method_id"), card.getString("brand"), card.getString("last4"));
  }

  private static Instant instant(Document document, String field) {
    return Objects.requireNonNull(document.getDate(field)).toInstant();
  }
}
