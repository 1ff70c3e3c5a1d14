package dev.offsession.charging.domain;

import java.util.Optional;

/** What Stripe says of an intent, in our words. */
public sealed interface Verdict {

  /** Nobody has tried to pay it, or the try left no trace. */
  record Unpaid() implements Verdict {}

  /** The last try was refused; the intent can be tried again. */
  record Refused(Decline decline) implements Verdict {}

  /** The customer is in the middle of approving it. */
  record CustomerActing() implements Verdict {}

  /** Stripe and the bank work on it. */
  record Processing() implements Verdict {}

  /** The money was collected. The end. */
  record Paid(Optional<StripeChargeId> charge, long receivedMinor) implements Verdict {}

  /** The intent was canceled. The end. */
  record Canceled(String reason) implements Verdict {}

  /** The intent is not what was asked for, or in a status we do not know: touch nothing. */
  record Alien(String difference) implements Verdict {}
}
