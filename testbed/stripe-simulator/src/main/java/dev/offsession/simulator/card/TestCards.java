package dev.offsession.simulator.card;

import static dev.offsession.simulator.card.Aftermath.NONE;
import static dev.offsession.simulator.card.Brand.AMEX;
import static dev.offsession.simulator.card.Brand.MASTERCARD;
import static dev.offsession.simulator.card.Brand.VISA;
import static dev.offsession.simulator.card.TestCard.ThreeDSecure.ACKNOWLEDGED;
import static dev.offsession.simulator.card.TestCard.ThreeDSecure.CHALLENGED;
import static dev.offsession.simulator.card.TestCard.ThreeDSecure.LOOKUP_FAILS;

import java.util.List;
import java.util.Optional;

/** Every test card that the simulator knows, in the order of the picker. */
public final class TestCards {
  private static final List<TestCard> ALL =
      List.of(
          plain("4242424242424242", VISA, "pm_card_visa", "Succeeds"),
          plain("5555555555554444", MASTERCARD, "pm_card_mastercard", "Succeeds"),
          plain("378282246310005", AMEX, "pm_card_amex", "Succeeds"),
          secured(
              "4000002500003155",
              "pm_card_authenticationRequiredOnSetup",
              "Authenticate unless set up",
              "Challenge when saved; later charges succeed without the customer",
              CardRules.asksUnlessSetUp()),
          secured(
              "4000002760003184",
              "pm_card_authenticationRequired",
              "Always authenticate",
              "Challenge when saved and again for every charge",
              CardRules.alwaysAsks()),
          secured(
              "4000000000003063",
              "pm_card_threeDSecureRequired",
              "Always authenticate (old number)",
              "As 4000002760003184",
              CardRules.alwaysAsks()),
          secured(
              "4000003800000446",
              "pm_card_authenticationRequiredSetupForOffSession",
              "Already set up",
              "Charges without the customer succeed; with the customer: challenge",
              CardRules.countsAsSetUp()),
          secured(
              "4000008260003178",
              "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds",
              "Insufficient funds after authentication",
              "Challenge when saved; charges are declined with insufficient_funds",
              CardRules.asksThenDeclines(
                  Verdict.declined("insufficient_funds"), "insufficient_funds")),
          secured(
              "4000000000003220",
              "pm_card_threeDSecure2Required",
              "3-D Secure 2 required",
              "Challenge when saved and for every charge",
              CardRules.alwaysAsks()),
          secured(
              "4000008400000027",
              "pm_card_us_threeDSecureRequired",
              "3-D Secure required (US)",
              "Challenge when saved and for every charge",
              CardRules.alwaysAsks()),
          secured(
              "4000008400001629",
              "pm_card_threeDSecureRequiredChargeDeclined",
              "Declined after authentication",
              "Challenge, then card_declined",
              CardRules.asksThenDeclines(new Verdict.AuthenticationRequired(), "generic_decline")),
          new TestCard(
              "4000008400001280",
              List.of("pm_card_threeDSecureRequiredProcessingError"),
              VISA,
              "3-D Secure lookup fails",
              "Declined: the bank's 3-D Secure server has an error",
              CardRules.alwaysDeclines("generic_decline"),
              LOOKUP_FAILS,
              NONE),
          optional("4000000000003055", "pm_card_threeDSecureOptional", CHALLENGED),
          optional("4000000000003097", "pm_card_threeDSecureOptionalProcessingError", LOOKUP_FAILS),
          new TestCard(
              "4000000000000341",
              List.of("pm_card_chargeCustomerFail"),
              VISA,
              "Saved fine, declined later",
              "Saving succeeds; every charge is declined",
              CardRules.savesButDeclines(Verdict.declined("generic_decline")),
              ACKNOWLEDGED,
              NONE),
          declined("4000000000000002", "pm_card_chargeDeclined", "generic_decline"),
          declined(
              "4000000000009995", "pm_card_chargeDeclinedInsufficientFunds", "insufficient_funds"),
          declined("4000000000009987", "pm_card_chargeDeclinedLostCard", "lost_card"),
          declined("4000000000009979", "pm_card_chargeDeclinedStolenCard", "stolen_card"),
          declined("4000000000000069", "pm_card_chargeDeclinedExpiredCard", "expired_card"),
          declined("4000000000000127", "pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc"),
          declined("4000000000000119", "pm_card_chargeDeclinedProcessingError", "processing_error"),
          declined(
              "4000000000006975",
              "pm_card_chargeDeclinedVelocityLimitExceeded",
              "card_velocity_exceeded"),
          new TestCard(
              "4100000000000019",
              List.of("pm_card_radarBlock"),
              VISA,
              "Blocked by Radar",
              "Saving succeeds; every charge is blocked before the bank is asked",
              CardRules.savesButDeclines(new Verdict.Declined(Decline.blockedByRadar())),
              ACKNOWLEDGED,
              NONE),
          followed("4000000000000101", "pm_card_cvcCheckFail", "CVC check fails, succeeds", NONE),
          followed(
              "4000000000000259",
              "pm_card_createDispute",
              "Disputed as fraudulent",
              Aftermath.DISPUTED_AS_FRAUDULENT),
          followed(
              "4000000000002685",
              "pm_card_createDisputeProductNotReceived",
              "Disputed as not received",
              Aftermath.DISPUTED_AS_NOT_RECEIVED),
          followed(
              "4000000000001976",
              "pm_card_createDisputeInquiry",
              "Disputed as an inquiry",
              Aftermath.DISPUTED_AS_INQUIRY),
          followed(
              "4000000000005423",
              "pm_card_createIssuerFraudRecord",
              "Early fraud warning",
              Aftermath.EARLY_FRAUD_WARNING),
          followed(
              "4000000000007726",
              "pm_card_pendingRefund",
              "Refund stays pending first",
              Aftermath.REFUND_STAYS_PENDING),
          followed(
              "4000000000005126",
              "pm_card_refundFail",
              "Refund fails later",
              Aftermath.REFUND_FAILS),
          followed(
              "4000000000000077",
              "pm_card_bypassPending",
              "Funds available at once",
              Aftermath.FUNDS_AVAILABLE_AT_ONCE));

  private TestCards() {}

  /** The whole table. */
  public static List<TestCard> all() {
    return ALL;
  }

  /** The card with this number. */
  public static Optional<TestCard> byNumber(String number) {
    return ALL.stream().filter(card -> card.number().equals(number)).findFirst();
  }

  /** The card behind one of Stripe's ready-made ids such as {@code pm_card_visa}. */
  public static Optional<TestCard> byPaymentMethodId(String id) {
    return ALL.stream().filter(card -> card.paymentMethodIds().contains(id)).findFirst();
  }

  private static TestCard plain(String number, Brand brand, String id, String label) {
    return new TestCard(
        number,
        List.of(id),
        brand,
        label,
        "Saving and charging succeed",
        CardRules.alwaysApproves(),
        ACKNOWLEDGED,
        NONE);
  }

  private static TestCard secured(
      String number, String id, String label, String effect, CardRules rules) {
    return new TestCard(number, List.of(id), VISA, label, effect, rules, CHALLENGED, NONE);
  }

  private static TestCard optional(String number, String id, TestCard.ThreeDSecure onDemand) {
    return new TestCard(
        number,
        List.of(id),
        VISA,
        "3-D Secure optional",
        onDemand == CHALLENGED
            ? "Succeeds; challenge only if the merchant asks for it"
            : "Succeeds; processing_error if the merchant asks for 3-D Secure",
        CardRules.alwaysApproves(),
        onDemand,
        NONE);
  }

  private static TestCard declined(String number, String id, String declineCode) {
    return new TestCard(
        number,
        List.of(id),
        VISA,
        "Declined: " + declineCode,
        "Cannot be saved; every charge is declined with " + declineCode,
        CardRules.alwaysDeclines(declineCode),
        ACKNOWLEDGED,
        NONE);
  }

  private static TestCard followed(String number, String id, String label, Aftermath aftermath) {
    return new TestCard(
        number,
        List.of(id),
        VISA,
        label,
        "Saving and charging succeed; " + label.toLowerCase(java.util.Locale.ROOT),
        CardRules.alwaysApproves(),
        ACKNOWLEDGED,
        aftermath);
  }
}
