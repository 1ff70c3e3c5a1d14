package dev.offsession.charging.mongo;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeState;
import dev.offsession.charging.domain.Decline;
import dev.offsession.charging.domain.Intent;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.charging.domain.StripeCustomerId;
import java.util.Optional;
import org.bson.Document;

/** The facts of a state as a sub-document; which state it is stands beside it, by name. */
final class StateDocuments {
  static final String RECEIVED_MINOR = "received_minor";

  private StateDocuments() {}

  static Document of(ChargeState state) {
    Document document = new Document();
    Fields.put(document, "intent", state.intent().map(PartDocuments::of));
    return switch (state) {
      case ChargeState.Received _, ChargeState.Expired _ -> document;
      case ChargeState.Creating s ->
          document
              .append("customer", s.customer().value())
              .append("card", PartDocuments.of(s.card()))
              .append("generation", s.generation())
              .append("asked", PartDocuments.of(s.asked()));
      case ChargeState.Created s -> document.append("card", PartDocuments.of(s.card()));
      case ChargeState.Confirming s -> confirming(document, s);
      case ChargeState.Processing s -> document.append("looks", s.looks());
      case ChargeState.Waiting s -> waiting(document, s);
      case ChargeState.Succeeded s -> {
        Fields.put(document, "charge_id", s.charge().map(StripeChargeId::value));
        yield document.append(RECEIVED_MINOR, s.receivedMinor());
      }
      case ChargeState.Failed s -> document.append("decline", PartDocuments.of(s.decline()));
      case ChargeState.Canceled s -> document.append("reason", s.reason());
      case ChargeState.Rejected s -> document.append("rejection", PartDocuments.of(s.rejection()));
    };
  }

  static ChargeState read(StateName name, Document document) {
    return switch (name) {
      case RECEIVED -> new ChargeState.Received();
      case CREATING ->
          new ChargeState.Creating(
              new StripeCustomerId(Fields.text(document, "customer")),
              card(document),
              Fields.integer(document, "generation"),
              PartDocuments.asked(Fields.document(document, "asked")));
      case CREATED -> new ChargeState.Created(intent(document), card(document));
      case CONFIRMING ->
          new ChargeState.Confirming(
              intent(document),
              card(document),
              Fields.maybeDocument(document, "before").map(PartDocuments::decline),
              document.getBoolean("card_wanted", false),
              PartDocuments.asked(Fields.document(document, "asked")));
      case PROCESSING ->
          new ChargeState.Processing(intent(document), Fields.integer(document, "looks"));
      case AUTHENTICATION_REQUIRED ->
          new ChargeState.AuthenticationRequired(
              intent(document), decline(document), next(document));
      case PAYMENT_METHOD_REQUIRED ->
          new ChargeState.PaymentMethodRequired(
              maybeIntent(document),
              decline(document),
              next(document),
              Fields.maybeInstant(document, "retry"));
      case RETRY_SCHEDULED ->
          new ChargeState.RetryScheduled(
              intent(document),
              decline(document),
              Fields.instant(document, "retry"),
              next(document),
              document.getBoolean("card_is_left", true));
      case SUCCEEDED, FAILED, CANCELED, EXPIRED, REJECTED -> readFinal(name, document);
    };
  }

  private static ChargeState readFinal(StateName name, Document document) {
    return switch (name) {
      case SUCCEEDED ->
          new ChargeState.Succeeded(
              intent(document),
              Fields.maybeText(document, "charge_id").map(StripeChargeId::new),
              Fields.number(document, RECEIVED_MINOR));
      case FAILED -> new ChargeState.Failed(maybeIntent(document), decline(document));
      case CANCELED ->
          new ChargeState.Canceled(maybeIntent(document), Fields.text(document, "reason"));
      case EXPIRED -> new ChargeState.Expired(maybeIntent(document));
      case REJECTED ->
          new ChargeState.Rejected(PartDocuments.rejection(Fields.document(document, "rejection")));
      default -> throw new IllegalStateException(name + " is not final");
    };
  }

  private static Document confirming(Document document, ChargeState.Confirming state) {
    Fields.put(document, "before", state.before().map(PartDocuments::of));
    return document
        .append("card", PartDocuments.of(state.card()))
        .append("card_wanted", state.cardWanted())
        .append("asked", PartDocuments.of(state.asked()));
  }

  private static Document waiting(Document document, ChargeState.Waiting state) {
    Fields.put(document, "next", state.next().map(PartDocuments::of));
    Fields.put(document, "retry", state.retry());
    if (state instanceof ChargeState.RetryScheduled retry && !retry.cardIsLeft()) {
      document.append("card_is_left", false);
    }
    return document.append("decline", PartDocuments.of(state.decline()));
  }

  private static Intent intent(Document document) {
    return PartDocuments.intent(Fields.document(document, "intent"));
  }

  private static Optional<Intent> maybeIntent(Document document) {
    return Fields.maybeDocument(document, "intent").map(PartDocuments::intent);
  }

  private static Card card(Document document) {
    return PartDocuments.card(Fields.document(document, "card"));
  }

  private static Optional<Card> next(Document document) {
    return Fields.maybeDocument(document, "next").map(PartDocuments::card);
  }

  private static Decline decline(Document document) {
    return PartDocuments.decline(Fields.document(document, "decline"));
  }
}
