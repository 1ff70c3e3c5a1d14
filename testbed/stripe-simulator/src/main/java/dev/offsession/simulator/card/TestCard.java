package dev.offsession.simulator.card;

import java.util.List;

/**
 * One of Stripe's documented test cards (docs.stripe.com/testing).
 *
 * @param number the published test number; real numbers never reach this type
 * @param paymentMethodIds Stripe's ready-made ids, for example {@code pm_card_visa}
 * @param label a few words for the card picker
 * @param effect what the card does, for the card picker
 */
public record TestCard(
    String number,
    List<String> paymentMethodIds,
    Brand brand,
    String label,
    String effect,
    CardRules rules,
    ThreeDSecure threeDSecure,
    Aftermath aftermath) {

  /** What happens when the merchant asks for 3-D Secure although the bank does not. */
  public enum ThreeDSecure {
    /** The bank notes the wish and lets the payment pass without a challenge. */
    ACKNOWLEDGED,
    CHALLENGED,
    LOOKUP_FAILS
  }

  /** The bank's answer to saving this card. */
  public Verdict onSetup() {
    return rules.setup();
  }

  /** The bank's answer to a charge without the customer. */
  public Verdict onOffSessionCharge(boolean setUp) {
    return setUp ? rules.offSessionSetUp() : rules.offSession();
  }

  /** The bank's answer to a charge with the customer present. */
  public Verdict onSessionCharge(boolean merchantWantsChallenge) {
    if (!merchantWantsChallenge) {
      return rules.onSession();
    }
    return switch (threeDSecure) {
      case ACKNOWLEDGED -> rules.onSession();
      case CHALLENGED -> new Verdict.AuthenticationRequired();
      case LOOKUP_FAILS -> Verdict.declined("processing_error");
    };
  }

  /** The bank's answer once the customer has passed the challenge. */
  public Verdict afterChallenge() {
    return rules.afterChallenge();
  }

  /** A card that fails at setup cannot be attached to a customer either. */
  public boolean attachable() {
    return !(rules.setup() instanceof Verdict.Declined);
  }

  /** The card when nobody typed its CVC: a wrong CVC cannot be noticed then. */
  public TestCard withoutCvc() {
    return refusesOnly("incorrect_cvc")
        ? new TestCard(
            number,
            paymentMethodIds,
            brand,
            label,
            effect,
            CardRules.alwaysApproves(),
            threeDSecure,
            aftermath)
        : this;
  }

  /** The result of the CVC check when one was typed. */
  public String cvcCheck() {
    return refusesOnly("incorrect_cvc") || paymentMethodIds.contains("pm_card_cvcCheckFail")
        ? "fail"
        : "pass";
  }

  private boolean refusesOnly(String declineCode) {
    return rules.equals(CardRules.alwaysDeclines(declineCode));
  }

  /** The last four digits. */
  public String last4() {
    return number.substring(number.length() - 4);
  }
}
