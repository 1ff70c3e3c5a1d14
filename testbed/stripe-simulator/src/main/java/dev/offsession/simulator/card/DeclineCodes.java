package dev.offsession.simulator.card;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Codes, hints and sentences of Stripe's declines.
 *
 * <p>Source: docs.stripe.com/declines/codes. The pairing with network codes follows ISO 8583
 * response codes; Stripe does not promise it.
 */
final class DeclineCodes {
  private static final String STOP = "do_not_try_again";
  private static final String LATER = "try_again_later";
  private static final String CHECK = "confirm_card_data";

  /** Decline codes that Stripe also gives as the error's own {@code code}. */
  private static final Set<String> OWN_CODE =
      Set.of(
          "authentication_required",
          "expired_card",
          "incorrect_cvc",
          "incorrect_number",
          "incorrect_zip",
          "incorrect_address",
          "invalid_cvc",
          "invalid_expiry_month",
          "invalid_expiry_year",
          "invalid_number",
          "processing_error");

  private static final Map<String, String> MESSAGES =
      Map.ofEntries(
          Map.entry(
              "authentication_required",
              "Your card was declined. This transaction requires authentication."),
          Map.entry("insufficient_funds", "Your card has insufficient funds."),
          Map.entry("expired_card", "Your card has expired."),
          Map.entry("incorrect_cvc", "Your card's security code is incorrect."),
          Map.entry("invalid_cvc", "Your card's security code is invalid."),
          Map.entry("incorrect_number", "Your card number is incorrect."),
          Map.entry("invalid_expiry_month", "Your card's expiration month is invalid."),
          Map.entry("invalid_expiry_year", "Your card's expiration year is invalid."),
          Map.entry("incorrect_zip", "Your card's postal code is incorrect."),
          Map.entry("card_not_supported", "Your card does not support this type of purchase."),
          Map.entry(
              "card_velocity_exceeded",
              "Your card was declined for making repeated attempts too frequently or exceeding"
                  + " its amount limit."),
          Map.entry(
              "processing_error",
              "An error occurred while processing your card. Try again in a little bit."),
          Map.entry(
              "test_mode_live_card",
              "Your card was declined. Your request was in test mode, but used a non test card."
                  + " For a list of valid test cards, visit: https://stripe.com/docs/testing."));

  private static final Map<String, Hints> HINTS =
      Map.ofEntries(
          Map.entry("authentication_required", new Hints(null, null)),
          Map.entry("insufficient_funds", new Hints(LATER, "51")),
          Map.entry("card_velocity_exceeded", new Hints(LATER, "65")),
          Map.entry("withdrawal_count_limit_exceeded", new Hints(LATER, "65")),
          Map.entry("generic_decline", new Hints(null, "05")),
          Map.entry("do_not_honor", new Hints(LATER, "05")),
          Map.entry("call_issuer", new Hints(LATER, "01")),
          Map.entry("issuer_not_available", new Hints(LATER, "91")),
          Map.entry("processing_error", new Hints(LATER, null)),
          Map.entry("reenter_transaction", new Hints(LATER, "19")),
          Map.entry("try_again_later", new Hints(LATER, null)),
          Map.entry("approve_with_id", new Hints(LATER, null)),
          Map.entry("do_not_try_again", new Hints(STOP, null)),
          Map.entry("lost_card", new Hints(STOP, "41")),
          Map.entry("stolen_card", new Hints(STOP, "43")),
          Map.entry("pickup_card", new Hints(STOP, "04")),
          Map.entry("restricted_card", new Hints(STOP, "62")),
          Map.entry("invalid_account", new Hints(STOP, "14")),
          Map.entry("revocation_of_all_authorizations", new Hints(STOP, "R1")),
          Map.entry("revocation_of_authorization", new Hints(STOP, "R1")),
          Map.entry("stop_payment_order", new Hints(STOP, "R0")),
          Map.entry("transaction_not_allowed", new Hints(STOP, "57")),
          Map.entry("expired_card", new Hints(CHECK, "54")),
          Map.entry("incorrect_cvc", new Hints(CHECK, "N7")),
          Map.entry("invalid_cvc", new Hints(CHECK, "N7")),
          Map.entry("incorrect_number", new Hints(CHECK, "14")),
          Map.entry("invalid_number", new Hints(CHECK, "14")));

  private DeclineCodes() {}

  static Decline find(String declineCode) {
    Hints hints = HINTS.getOrDefault(declineCode, new Hints(null, null));
    return new Decline(
        OWN_CODE.contains(declineCode) ? declineCode : "card_declined",
        declineCode,
        hints.advice(),
        hints.networkCode(),
        null,
        MESSAGES.getOrDefault(declineCode, "Your card was declined."),
        false);
  }

  private record Hints(@Nullable String advice, @Nullable String networkCode) {}
}
