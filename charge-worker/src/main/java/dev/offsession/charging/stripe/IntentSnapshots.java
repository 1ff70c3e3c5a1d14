package dev.offsession.charging.stripe;

import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
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

/** Stripe's PaymentIntent in plain values; every missing field is an empty one. */
final class IntentSnapshots {
  static final String REQUEST_ID = "offsession_request_id";

  private IntentSnapshots() {}

  static IntentSnapshot of(PaymentIntent intent) {
    Optional<Charge> charge = Optional.ofNullable(intent.getLatestChargeObject());
    return new IntentSnapshot(
        new PaymentIntentId(intent.getId()),
        intent.getStatus(),
        number(intent.getAmount()),
        intent.getCurrency(),
        Optional.ofNullable(intent.getCustomer()).map(StripeCustomerId::new),
        Optional.ofNullable(intent.getMetadata())
            .map(metadata -> metadata.get(REQUEST_ID))
            .map(ChargeRequestId::new),
        number(intent.getAmountReceived()),
        Optional.ofNullable(intent.getLatestCharge()).map(StripeChargeId::new),
        error(intent, charge),
        card(intent, charge),
        Optional.ofNullable(intent.getCancellationReason()),
        Instant.ofEpochSecond(number(intent.getCreated())));
  }

  private static long number(@org.jspecify.annotations.Nullable Long value) {
    return value == null ? 0 : value;
  }

  /** Stripe clears the last error when the intent is updated; the failed charge still tells it. */
  private static Optional<PaymentError> error(PaymentIntent intent, Optional<Charge> charge) {
    return Optional.ofNullable(intent.getLastPaymentError())
        .map(error -> error(error, charge))
        .or(() -> charge.filter(c -> "failed".equals(c.getStatus())).map(IntentSnapshots::error));
  }

  private static PaymentError error(StripeError error, Optional<Charge> charge) {
    return new PaymentError(
        Optional.ofNullable(error.getCode()),
        Optional.ofNullable(error.getDeclineCode()),
        Optional.ofNullable(error.getAdviceCode()),
        Optional.ofNullable(error.getNetworkDeclineCode()),
        Optional.ofNullable(error.getNetworkAdviceCode()),
        Optional.ofNullable(error.getCharge()).map(StripeChargeId::new),
        charge.filter(IntentSnapshots::isBlocked).isPresent());
  }

  private static PaymentError error(Charge failed) {
    Optional<Charge.Outcome> outcome = Optional.ofNullable(failed.getOutcome());
    return new PaymentError(
        Optional.ofNullable(failed.getFailureCode()),
        outcome.map(Charge.Outcome::getReason),
        outcome.map(Charge.Outcome::getAdviceCode),
        outcome.map(Charge.Outcome::getNetworkDeclineCode),
        outcome.map(Charge.Outcome::getNetworkAdviceCode),
        Optional.of(new StripeChargeId(failed.getId())),
        isBlocked(failed));
  }

  private static boolean isBlocked(Charge charge) {
    return charge.getOutcome() != null && "blocked".equals(charge.getOutcome().getType());
  }

  private static Optional<Card> card(PaymentIntent intent, Optional<Charge> charge) {
    Optional<Card> refused =
        Optional.ofNullable(intent.getLastPaymentError())
            .map(StripeError::getPaymentMethod)
            .map(IntentSnapshots::card);
    return charge
        .flatMap(IntentSnapshots::card)
        .or(() -> refused)
        .or(() ->
            Optional.ofNullable(intent.getPaymentMethod()).map(PaymentMethodId::new).map(Card::of));
  }

  private static Card card(PaymentMethod method) {
    Optional<PaymentMethod.Card> card = Optional.ofNullable(method.getCard());
    return new Card(
        new PaymentMethodId(method.getId()),
        card.map(PaymentMethod.Card::getBrand),
        card.map(PaymentMethod.Card::getLast4));
  }

  private static Optional<Card> card(Charge charge) {
    Optional<Charge.PaymentMethodDetails.Card> card =
        Optional.ofNullable(charge.getPaymentMethodDetails())
            .map(Charge.PaymentMethodDetails::getCard);
    return Optional.ofNullable(charge.getPaymentMethod())
        .map(id ->
            new Card(
                new PaymentMethodId(id),
                card.map(Charge.PaymentMethodDetails.Card::getBrand),
                card.map(Charge.PaymentMethodDetails.Card::getLast4)));
  }
}
