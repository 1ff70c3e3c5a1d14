package dev.offsession.charging.mongo;

import dev.offsession.charging.domain.Asked;
import dev.offsession.charging.domain.Attempts;
import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.Closing;
import dev.offsession.charging.domain.Decline;
import dev.offsession.charging.domain.Intent;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.Rejection;
import dev.offsession.charging.domain.RejectionReason;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.charging.domain.Trouble;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The small parts that states and events are made of, as sub-documents. */
final class PartDocuments {
  private PartDocuments() {}

  static Document of(Card card) {
    Document document = new Document("id", card.id().value());
    Fields.put(document, "brand", card.brand());
    Fields.put(document, "last4", card.last4());
    return document;
  }

  static Card card(Document document) {
    return new Card(
        new PaymentMethodId(Fields.text(document, "id")),
        Fields.maybeText(document, "brand"),
        Fields.maybeText(document, "last4"));
  }

  static Document of(CardRefusal refusal) {
    return new Document("attempt", refusal.attempt())
        .append("payment_method_id", refusal.method().value())
        .append("at", Date.from(refusal.at()));
  }

  static CardRefusal refusal(Document document) {
    return new CardRefusal(
        new PaymentMethodId(Fields.text(document, "payment_method_id")),
        Fields.text(document, "attempt"),
        Fields.instant(document, "at"));
  }

  static Document of(Decline decline) {
    Document document = new Document("code", decline.code());
    Fields.put(document, "advice_code", decline.adviceCode());
    Fields.put(document, "network_code", decline.networkCode());
    Fields.put(document, "network_advice_code", decline.networkAdviceCode());
    Fields.put(document, "charge_id", decline.charge().map(StripeChargeId::value));
    return document.append("blocked", decline.blocked());
  }

  static Decline decline(Document document) {
    return new Decline(
        Fields.text(document, "code"),
        Fields.maybeText(document, "advice_code"),
        Fields.maybeText(document, "network_code"),
        Fields.maybeText(document, "network_advice_code"),
        Fields.maybeText(document, "charge_id").map(StripeChargeId::new),
        document.getBoolean("blocked", false));
  }

  static Document of(Intent intent) {
    return new Document("id", intent.id().value()).append("customer", intent.customer().value());
  }

  static Intent intent(Document document) {
    return new Intent(
        new PaymentIntentId(Fields.text(document, "id")),
        new StripeCustomerId(Fields.text(document, "customer")));
  }

  static Document of(Asked asked) {
    Document document =
        new Document("since", Date.from(asked.since())).append("looks", asked.looks());
    Fields.put(document, "trouble", asked.trouble().map(Trouble::name));
    return document;
  }

  static Asked asked(Document document) {
    return new Asked(
        Fields.instant(document, "since"),
        Fields.integer(document, "looks"),
        Fields.maybeText(document, "trouble").map(Trouble::valueOf));
  }

  static Document of(Attempts attempts) {
    Document document =
        new Document("number", attempts.number()).append("declines", attempts.declines());
    Fields.put(document, "first_decline", attempts.firstDecline());
    if (!attempts.dead().isEmpty()) {
      document.append("dead", attempts.dead().stream().map(PaymentMethodId::value).toList());
    }
    return document;
  }

  static Attempts attempts(Document document) {
    return new Attempts(
        Fields.integer(document, "number"),
        Fields.integer(document, "declines"),
        Fields.maybeInstant(document, "first_decline"),
        document.getList("dead", String.class, List.of()).stream()
            .map(PaymentMethodId::new)
            .toList());
  }

  static Document of(Closing closing) {
    return switch (closing) {
      case Closing.Cancel(String reason) -> new Document("kind", "CANCEL").append("reason", reason);
      case Closing.Expire _ -> new Document("kind", "EXPIRE");
      case Closing.GiveUp(Decline decline) ->
          new Document("kind", "GIVE_UP").append("decline", of(decline));
    };
  }

  static Closing closing(Document document) {
    String kind = Fields.text(document, "kind");
    return switch (kind) {
      case "CANCEL" -> new Closing.Cancel(Fields.text(document, "reason"));
      case "EXPIRE" -> new Closing.Expire();
      case "GIVE_UP" -> new Closing.GiveUp(decline(Fields.document(document, "decline")));
      default -> throw new IllegalStateException("unknown closing " + kind);
    };
  }

  static Document of(Rejection rejection) {
    return new Document("reason", rejection.reason().name()).append("message", rejection.message());
  }

  static Rejection rejection(Document document) {
    return new Rejection(
        RejectionReason.valueOf(Fields.text(document, "reason")), Fields.text(document, "message"));
  }
}
