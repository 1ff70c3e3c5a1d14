package dev.offsession.charging.domain;

import java.util.Optional;

/**
 * What the store says of a charge's money.
 *
 * @param intent empty before Stripe was asked
 * @param receivedMinor in minor units; 0 unless the state is {@link StateName#SUCCEEDED}
 * @param currency ISO 4217 code in lower case
 */
public record StoredCharge(
    ChargeRequestId request,
    Optional<PaymentIntentId> intent,
    StateName state,
    long receivedMinor,
    String currency) {
  boolean isPaid() {
    return state == StateName.SUCCEEDED;
  }
}
