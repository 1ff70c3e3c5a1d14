package dev.offsession.charging.mongo;

import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeEvent.What;
import dev.offsession.charging.domain.CustomerMessage;
import dev.offsession.charging.domain.Decline;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.StripeChargeId;
import java.util.Date;
import org.bson.Document;

/** Events in the outbox, whole, so that a relay publishes the same bytes as the one who wrote. */
final class EventDocuments {
  private EventDocuments() {}

  static Document of(ChargeEvent event) {
    Document document =
        new Document("sequence", event.sequence()).append("at", Date.from(event.at()));
    Fields.put(document, "deadline", event.deadline());
    Fields.put(document, "payment_intent_id", event.intent().map(PaymentIntentId::value));
    Fields.put(document, "card", event.card().map(PartDocuments::of));
    return what(document, event.what());
  }

  static ChargeEvent read(Document document) {
    return new ChargeEvent(
        Fields.number(document, "sequence"),
        Fields.instant(document, "at"),
        Fields.maybeText(document, "payment_intent_id").map(PaymentIntentId::new),
        Fields.maybeDocument(document, "card").map(PartDocuments::card),
        Fields.maybeInstant(document, "deadline"),
        readWhat(document));
  }

  private static Document what(Document document, What what) {
    return switch (what) {
      case What.Accepted _ -> document.append("type", "ACCEPTED");
      case What.Processing _ -> document.append("type", "PROCESSING");
      case What.Expired _ -> document.append("type", "EXPIRED");
      case What.Succeeded s -> {
        Fields.put(document, "charge_id", s.charge().map(StripeChargeId::value));
        yield document.append("type", "SUCCEEDED").append("received_minor", s.receivedMinor());
      }
      case What.AuthenticationRequired s ->
          declined(document, "AUTHENTICATION_REQUIRED", s.decline(), s.tell());
      case What.PaymentMethodRequired s ->
          declined(document, "PAYMENT_METHOD_REQUIRED", s.decline(), s.tell());
      case What.RetryScheduled s ->
          declined(document, "RETRY_SCHEDULED", s.decline(), s.tell())
              .append("retry_at", Date.from(s.retryAt()))
              .append("retry_attempt", s.attempt());
      case What.Failed s -> declined(document, "FAILED", s.decline(), s.tell());
      case What.Canceled s -> document.append("type", "CANCELED").append("reason", s.reason());
      case What.Rejected s ->
          document.append("type", "REJECTED").append("rejection", PartDocuments.of(s.rejection()));
    };
  }

  private static What readWhat(Document document) {
    String type = Fields.text(document, "type");
    return switch (type) {
      case "ACCEPTED" -> new What.Accepted();
      case "PROCESSING" -> new What.Processing();
      case "EXPIRED" -> new What.Expired();
      case "SUCCEEDED" ->
          new What.Succeeded(
              Fields.maybeText(document, "charge_id").map(StripeChargeId::new),
              Fields.number(document, "received_minor"));
      case "AUTHENTICATION_REQUIRED" ->
          new What.AuthenticationRequired(decline(document), tell(document));
      case "PAYMENT_METHOD_REQUIRED" ->
          new What.PaymentMethodRequired(decline(document), tell(document));
      case "RETRY_SCHEDULED" ->
          new What.RetryScheduled(
              decline(document),
              tell(document),
              Fields.instant(document, "retry_at"),
              Fields.integer(document, "retry_attempt"));
      case "FAILED" -> new What.Failed(decline(document), tell(document));
      case "CANCELED" -> new What.Canceled(Fields.text(document, "reason"));
      case "REJECTED" ->
          new What.Rejected(PartDocuments.rejection(Fields.document(document, "rejection")));
      default -> throw new IllegalStateException("unknown event type " + type);
    };
  }

  private static Document declined(
      Document document, String type, Decline decline, CustomerMessage tell) {
    return document
        .append("type", type)
        .append("decline", PartDocuments.of(decline))
        .append("tell", tell.name());
  }

  private static Decline decline(Document document) {
    return PartDocuments.decline(Fields.document(document, "decline"));
  }

  private static CustomerMessage tell(Document document) {
    return CustomerMessage.valueOf(Fields.text(document, "tell"));
  }
}
