package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentError;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.StripeChargeId;
import dev.offsession.charging.domain.StripeCustomerId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A PaymentIntent at the simulated Stripe, with what the ledger knows of it. */
final class SimIntent {
  final PaymentIntentId id;
  final ChargeRequestId request;
  final StripeCustomerId customer;
  final long amount;
  final String currency;
  final Instant created;
  String status = "requires_payment_method";
  long received;
  Optional<StripeChargeId> latestCharge = Optional.empty();
  Optional<PaymentError> lastError = Optional.empty();
  Optional<Card> card = Optional.empty();
  Optional<String> cancelReason = Optional.empty();

  /** Another operation on it runs: Stripe lets one in at a time. */
  boolean locked;

  int confirms;

  /** Confirms of ours that were looked at. */
  int offSessionTries;

  /** The customer has tried to pay it on the page. */
  boolean customerTried;

  /** Every code of refusal that Stripe ever told of it. */
  final Set<String> codesTold = new HashSet<>();

  SimIntent(
      PaymentIntentId id,
      ChargeRequestId request,
      StripeCustomerId customer,
      long amount,
      String currency,
      Instant created) {
    this.id = id;
    this.request = request;
    this.customer = customer;
    this.amount = amount;
    this.currency = currency;
    this.created = created;
  }

  boolean isPaid() {
    return status.equals("succeeded");
  }

  boolean isCanceled() {
    return status.equals("canceled");
  }

  /** It can be confirmed. */
  boolean isFree() {
    return status.equals("requires_payment_method") || status.equals("requires_confirmation");
  }

  boolean isActing() {
    return status.equals("requires_action");
  }

  IntentSnapshot snapshot() {
    return new IntentSnapshot(
        id,
        status,
        amount,
        currency,
        Optional.of(customer),
        Optional.of(request),
        received,
        latestCharge,
        lastError,
        card,
        cancelReason,
        created);
  }
}
