package dev.offsession.simulator.engine;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One payment. It can succeed only once.
 *
 * @param latestCharge the last attempt, null before the first
 * @param confirmations how often a confirmation was tried
 */
public record PaymentIntent(
    String id,
    String clientSecret,
    Instant created,
    PaymentTerms terms,
    IntentState state,
    @Nullable String latestCharge,
    int confirmations)
    implements Intent {

  @Override
  public String kind() {
    return "payment_intent";
  }

  @Override
  public @Nullable String customer() {
    return terms.customer();
  }

  @Override
  public Map<String, String> metadata() {
    return terms.metadata();
  }

  PaymentIntent with(PaymentTerms newTerms) {
    return new PaymentIntent(
        id, clientSecret, created, newTerms, state, latestCharge, confirmations);
  }

  PaymentIntent with(IntentState newState) {
    return new PaymentIntent(
        id, clientSecret, created, terms, newState, latestCharge, confirmations);
  }

  PaymentIntent after(Charge attempt) {
    return new PaymentIntent(id, clientSecret, created, terms, state, attempt.id(), confirmations);
  }

  PaymentIntent confirmedOnceMore() {
    return new PaymentIntent(
        id, clientSecret, created, terms, state, latestCharge, confirmations + 1);
  }
}
