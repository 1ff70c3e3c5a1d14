package dev.offsession.simulator.card;

import org.jspecify.annotations.Nullable;

/**
 * Why a card was refused, in the fields that Stripe puts into a {@code card_error}.
 *
 * @param code error code, for example {@code card_declined} or {@code expired_card}
 * @param declineCode Stripe's reason (docs.stripe.com/declines/codes)
 * @param adviceCode {@code do_not_try_again}, {@code try_again_later}, {@code confirm_card_data}
 * @param networkDeclineCode the card network's own two characters, for example 51
 * @param networkAdviceCode mostly Mastercard's merchant advice code, two digits
 * @param message the sentence for developers
 * @param blocked true when Stripe's risk rules refused and the bank was never asked
 */
public record Decline(
    String code,
    String declineCode,
    @Nullable String adviceCode,
    @Nullable String networkDeclineCode,
    @Nullable String networkAdviceCode,
    String message,
    boolean blocked) {

  /** The decline as Stripe documents it; an unlisted code reads like a generic decline. */
  public static Decline of(String declineCode) {
    return DeclineCodes.find(declineCode);
  }

  /** The refusal of an absent customer's charge when the bank insists on 3-D Secure. */
  public static Decline authenticationRequired() {
    return of("authentication_required");
  }

  /** Refused by Radar: the bank was never asked. */
  public static Decline blockedByRadar() {
    Decline fraudulent = of("fraudulent");
    return new Decline(
        fraudulent.code, fraudulent.declineCode, null, null, null, fraudulent.message, true);
  }

  /** The same decline with other hints for a retry; null keeps the documented hint. */
  public Decline advising(
      @Nullable String advice, @Nullable String networkDecline, @Nullable String networkAdvice) {
    return new Decline(
        code,
        declineCode,
        advice == null ? adviceCode : advice,
        networkDecline == null ? networkDeclineCode : networkDecline,
        networkAdvice == null ? networkAdviceCode : networkAdvice,
        message,
        blocked);
  }
}
