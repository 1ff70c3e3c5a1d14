package dev.offsession.notifier.prompting.mongo;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Money;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A prompt as it is stored. */
final class PromptDocument {
  static final String REQUEST_ID = "request_id";
  static final String EPISODE = "episode";
  static final String STATUS = "status";
  static final String REASON = "reason";
  static final String ENDED_AT = "ended_at";
  static final String ATTEMPTS = "attempts";
  static final String UNANSWERED = "unanswered";

  static final String WAITING = "WAITING";
  static final String SENT = "SENT";
  static final String FAILED = "FAILED";
  static final String SUPPRESSED = "SUPPRESSED";

  private PromptDocument() {}

  static Document of(Prompt prompt) {
    return new Document("_id", prompt.id().value())
        .append(REQUEST_ID, prompt.id().request().value())
        .append(EPISODE, prompt.id().episode())
        .append("step", prompt.id().step())
        .append("channel", prompt.id().channel().name())
        .append("kind", prompt.kind().name())
        .append("charge", charge(prompt.facts()))
        .append(DueClaims.FENCE, 0L)
        .append(DueClaims.DUE_AT, Date.from(dueAt(prompt.status())))
        .append(ATTEMPTS, prompt.attempts())
        .append(UNANSWERED, prompt.unanswered())
        .append(STATUS, statusName(prompt.status()));
  }

  static Prompt read(Document document) {
    return new Prompt(
        new PromptId(
            new RequestId(document.getString(REQUEST_ID)),
            document.getLong(EPISODE),
            document.getInteger("step"),
            Channel.valueOf(document.getString("channel"))),
        PromptKind.valueOf(document.getString("kind")),
        charge(Objects.requireNonNull(document.get("charge", Document.class))),
        status(document),
        document.getInteger(ATTEMPTS),
        document.getInteger(UNANSWERED));
  }

  /** When somebody must look: to send, or to publish how it ended. */
  static Instant dueAt(PromptStatus status) {
    return switch (status) {
      case Waiting(var dueAt) -> dueAt;
      case Finished(_, var at) -> at;
    };
  }

  static String statusName(PromptStatus status) {
    return switch (status) {
      case Waiting _ -> WAITING;
      case Finished(Outcome.Sent _, _) -> SENT;
      case Finished(Outcome.Failed _, _) -> FAILED;
      case Finished(Outcome.Suppressed _, _) -> SUPPRESSED;
    };
  }

  private static PromptStatus status(Document document) {
    var name = document.getString(STATUS);
    return switch (name) {
      case WAITING -> new Waiting(instant(document, DueClaims.DUE_AT));
      case SENT -> new Finished(new Outcome.Sent(), instant(document, ENDED_AT));
      case FAILED -> new Finished(new Outcome.Failed(reason(document)), endedAt(document));
      case SUPPRESSED -> new Finished(new Outcome.Suppressed(reason(document)), endedAt(document));
      default -> throw new IllegalStateException("a prompt is never " + name);
    };
  }

  private static Instant endedAt(Document document) {
    return instant(document, ENDED_AT);
  }

  private static String reason(Document document) {
    return Objects.requireNonNull(document.getString(REASON));
  }

  private static Document charge(ChargeFacts facts) {
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

  private static ChargeFacts charge(Document charge) {
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
