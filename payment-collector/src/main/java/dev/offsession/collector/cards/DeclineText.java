package dev.offsession.collector.cards;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a customer may be told about a refusal. Codes that speak of fraud, loss or theft read as
 * {@link #GENERIC}: docs.stripe.com/declines/codes asks for that.
 */
public enum DeclineText {
  /** No attempt was refused yet. */
  NONE,
  GENERIC,
  INSUFFICIENT_FUNDS,
  CARD_DETAILS,
  /** The approval did not succeed, more than once. */
  AUTHENTICATION,
  TEMPORARY;

  private static final Map<String, DeclineText> BY_CODE =
      Map.ofEntries(
          Map.entry("insufficient_funds", INSUFFICIENT_FUNDS),
          Map.entry("card_velocity_exceeded", INSUFFICIENT_FUNDS),
          Map.entry("withdrawal_count_limit_exceeded", INSUFFICIENT_FUNDS),
          Map.entry("expired_card", CARD_DETAILS),
          Map.entry("incorrect_cvc", CARD_DETAILS),
          Map.entry("invalid_cvc", CARD_DETAILS),
          Map.entry("incorrect_number", CARD_DETAILS),
          Map.entry("invalid_number", CARD_DETAILS),
          Map.entry("incorrect_address", CARD_DETAILS),
          Map.entry("incorrect_zip", CARD_DETAILS),
          Map.entry("invalid_expiry_month", CARD_DETAILS),
          Map.entry("invalid_expiry_year", CARD_DETAILS),
          Map.entry("new_account_information_available", CARD_DETAILS),
          Map.entry("authentication_required", AUTHENTICATION),
          Map.entry("payment_intent_authentication_failure", AUTHENTICATION),
          Map.entry("setup_intent_authentication_failure", AUTHENTICATION),
          Map.entry("issuer_not_available", TEMPORARY),
          Map.entry("processing_error", TEMPORARY),
          Map.entry("reenter_transaction", TEMPORARY),
          Map.entry("try_again_later", TEMPORARY));

  /** By the decline code, or by the error code where there is none; unknown codes are generic. */
  public static DeclineText of(@Nullable String declineCode, @Nullable String code) {
    if (declineCode != null) {
      return BY_CODE.getOrDefault(declineCode, GENERIC);
    }
    return code == null ? NONE : BY_CODE.getOrDefault(code, GENERIC);
  }
}
