package dev.offsession.simulator.card;

import dev.offsession.simulator.card.Verdict.Approved;
import dev.offsession.simulator.card.Verdict.AuthenticationRequired;

/**
 * A card's five answers, one for each situation in which a bank is asked.
 *
 * @param setup saving the card with a SetupIntent
 * @param offSession charging an absent customer with a card that was only attached
 * @param offSessionSetUp charging an absent customer with a card that a setup has prepared
 * @param onSession charging a customer who is present
 * @param afterChallenge the payment's fate once the customer has passed the challenge
 */
record CardRules(
    Verdict setup,
    Verdict offSession,
    Verdict offSessionSetUp,
    Verdict onSession,
    Verdict afterChallenge) {
  private static final Verdict YES = new Approved();
  private static final Verdict ASK = new AuthenticationRequired();

  static CardRules alwaysApproves() {
    return new CardRules(YES, YES, YES, YES, YES);
  }

  static CardRules alwaysDeclines(String declineCode) {
    Verdict no = Verdict.declined(declineCode);
    return new CardRules(no, no, no, no, no);
  }

  static CardRules savesButDeclines(Verdict no) {
    return new CardRules(YES, no, no, no, no);
  }

  static CardRules alwaysAsks() {
    return new CardRules(ASK, ASK, ASK, ASK, YES);
  }

  /** Asks until a setup has prepared the card; an absent customer is then charged in peace. */
  static CardRules asksUnlessSetUp() {
    return new CardRules(ASK, ASK, YES, ASK, YES);
  }

  static CardRules countsAsSetUp() {
    return new CardRules(YES, YES, YES, ASK, YES);
  }

  static CardRules asksThenDeclines(Verdict offSessionSetUp, String declineCode) {
    return new CardRules(ASK, ASK, offSessionSetUp, ASK, Verdict.declined(declineCode));
  }
}
