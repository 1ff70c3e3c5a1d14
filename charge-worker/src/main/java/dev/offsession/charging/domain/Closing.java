package dev.offsession.charging.domain;

/**
 * The wish to end a charge unpaid. It waits for a confirm in flight, then cancels the intent, and
 * only Stripe's word that it is canceled ends the charge: if Stripe says it was paid, it was paid.
 */
public sealed interface Closing {
  /** Somebody of the merchant canceled it. */
  record Cancel(String reason) implements Closing {}

  /** Its deadline passed. */
  record Expire() implements Closing {}

  /** It was refused in a way that no card and no customer can mend. */
  record GiveUp(Decline decline) implements Closing {}
}
