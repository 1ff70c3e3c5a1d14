package dev.offsession.charging.domain;

import java.util.Optional;

/**
 * Why a card was refused, as Stripe tells it.
 *
 * @param code Stripe's decline code, or its error code where there is none
 * @param adviceCode Stripe's advice: {@code do_not_try_again}, {@code try_again_later}, {@code
 *     confirm_card_data}
 * @param networkCode the card network's own decline code
 * @param networkAdviceCode the card network's own advice, two digits
 * @param charge the try that was refused, where the bank was reached
 * @param blocked stopped by Stripe's Radar and never sent to the bank
 */
public record Decline(
    String code,
    Optional<String> adviceCode,
    Optional<String> networkCode,
    Optional<String> networkAdviceCode,
    Optional<StripeChargeId> charge,
    boolean blocked) {

  /** The decline of a customer who has saved no method to charge. */
  public static final Decline NO_METHOD = of("no_payment_method");

  /** The decline of a card that was refused too often already, over all its charges. */
  public static final Decline BUDGET_SPENT = of("card_budget_spent");

  /** A decline of which only the code is known. */
  public static Decline of(String code) {
    return new Decline(
        code, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * True when both tell of the same refusal. Each try at the bank has its own charge; a failed
   * challenge has none of its own, and differs by its code.
   */
  public boolean isSameRefusalAs(Decline other) {
    return code.equals(other.code) && charge.equals(other.charge);
  }
}
