package dev.offsession.charging.stripe;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentError;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.charging.domain.StripeCustomerId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Stripe's PaymentIntent in plain values; every missing field is an empty one. Reads the fields we
 * need out of the JSON (docs.stripe.com/api/payment_intents/object), whatever API version rendered
 * it: to fill stripe-java's object with all of them was a third of the work for a charge.
 */
final class IntentSnapshots {
  static final String REQUEST_ID = "offsession_request_id";

  private IntentSnapshots() {}

  /**
   * Throws {@link tools.jackson.core.JacksonException} or {@link IllegalArgumentException} for what
   * is no PaymentIntent.
   */
  static IntentSnapshot of(JsonNode intent) {
    Optional<JsonNode> charge = object(intent, "latest_charge");
    return new IntentSnapshot(
        new PaymentIntentId(intent.path("id").stringValue()),
        intent.path("status").stringValue(),
        number(intent, "amount"),
        intent.path("currency").stringValue(),
        id(intent, "customer").map(StripeCustomerId::new),
        text(intent.path("metadata"), REQUEST_ID).map(ChargeRequestId::new),
        number(intent, "amount_received"),
        id(intent, "latest_charge").map(StripeChargeId::new),
        error(intent, charge),
        card(intent, charge),
        text(intent, "cancellation_reason"),
        Instant.ofEpochSecond(number(intent, "created")));
  }

  /** Zero when it is missing. */
  private static long number(JsonNode parent, String name) {
    JsonNode value = parent.path(name);
    return value.isMissingNode() || value.isNull() ? 0 : value.longValue();
  }

  private static Optional<String> text(JsonNode parent, String name) {
    return parent.path(name).stringValueOpt();
  }

  private static Optional<JsonNode> object(JsonNode parent, String name) {
    return Optional.of(parent.path(name)).filter(JsonNode::isObject);
  }

  /** Of an object that is there as a whole or by its id alone. */
  private static Optional<String> id(JsonNode parent, String name) {
    return text(parent, name).or(() -> text(parent.path(name), "id"));
  }

  /** Stripe clears the last error when the intent is updated; the failed charge still tells it. */
  private static Optional<PaymentError> error(JsonNode intent, Optional<JsonNode> charge) {
    return object(intent, "last_payment_error")
        .map(error -> told(error, charge))
        .or(() ->
            charge
                .filter(c -> text(c, "status").filter("failed"::equals).isPresent())
                .map(IntentSnapshots::ofFailed));
  }

  private static PaymentError told(JsonNode error, Optional<JsonNode> charge) {
    return new PaymentError(
        text(error, "code"),
        text(error, "decline_code"),
        text(error, "advice_code"),
        text(error, "network_decline_code"),
        text(error, "network_advice_code"),
        text(error, "charge").map(StripeChargeId::new),
        charge.filter(IntentSnapshots::isBlocked).isPresent());
  }

  private static PaymentError ofFailed(JsonNode failed) {
    JsonNode outcome = failed.path("outcome");
    return new PaymentError(
        text(failed, "failure_code"),
        text(outcome, "reason"),
        text(outcome, "advice_code"),
        text(outcome, "network_decline_code"),
        text(outcome, "network_advice_code"),
        text(failed, "id").map(StripeChargeId::new),
        isBlocked(failed));
  }

  private static boolean isBlocked(JsonNode charge) {
    return text(charge.path("outcome"), "type").filter("blocked"::equals).isPresent();
  }

  private static Optional<Card> card(JsonNode intent, Optional<JsonNode> charge) {
    return charge
        .flatMap(IntentSnapshots::cardOfCharge)
        .or(() ->
            object(intent.path("last_payment_error"), "payment_method").map(IntentSnapshots::card))
        .or(() -> id(intent, "payment_method").map(PaymentMethodId::new).map(Card::of));
  }

  private static Card card(JsonNode method) {
    JsonNode card = method.path("card");
    return new Card(
        new PaymentMethodId(method.path("id").stringValue()),
        text(card, "brand"),
        text(card, "last4"));
  }

  private static Optional<Card> cardOfCharge(JsonNode charge) {
    JsonNode card = charge.path("payment_method_details").path("card");
    return text(charge, "payment_method")
        .map(id -> new Card(new PaymentMethodId(id), text(card, "brand"), text(card, "last4")));
  }
}
