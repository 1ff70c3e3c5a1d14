package dev.offsession.collector.recovery.domain;

import dev.offsession.collector.cards.CardFace;
import org.jspecify.annotations.Nullable;

/**
 * Why the latest attempt on the payment failed. After a failure Stripe clears the intent's own
 * method, so the card is known from here only.
 *
 * @param methodId the method that was tried
 */
public record LastError(
    @Nullable String code,
    @Nullable String declineCode,
    @Nullable String methodId,
    @Nullable CardFace card) {

  /** The bank wants the customer to approve; Stripe says so in either field. */
  public boolean wantsAuthentication() {
    return "authentication_required".equals(code) || "authentication_required".equals(declineCode);
  }

  /** The customer was asked to approve, and did not or could not. */
  public boolean authenticationFailed() {
    return "payment_intent_authentication_failure".equals(code);
  }
}
