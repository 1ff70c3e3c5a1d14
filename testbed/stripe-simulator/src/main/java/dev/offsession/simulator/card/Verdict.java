package dev.offsession.simulator.card;

/** What the bank behind a card says to one request. */
public sealed interface Verdict {

  /** The bank agrees. */
  record Approved() implements Verdict {}

  /** The bank will answer later; the payment rests in {@code processing} until then. */
  record Pending() implements Verdict {}

  /** The bank wants the customer to authenticate first (3-D Secure). */
  record AuthenticationRequired() implements Verdict {}

  /** The bank, or Stripe's own risk rules, refuse. */
  record Declined(Decline decline) implements Verdict {}

  /** A refusal for the reason that Stripe documents under this decline code. */
  static Verdict declined(String declineCode) {
    return new Declined(Decline.of(declineCode));
  }
}
