package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.Decline;
import org.jspecify.annotations.Nullable;

/**
 * A refused call, or the last failure that an intent remembers.
 *
 * @param message for developers; not a contract
 * @param param the parameter at fault
 * @param decline the bank's reason, for card errors
 * @param charge id of the failed charge
 * @param paymentMethod the card of the failed attempt
 * @param intent the intent as it is after the failure
 */
public record ApiError(
    ErrorType type,
    @Nullable String code,
    String message,
    @Nullable String param,
    @Nullable Decline decline,
    @Nullable String charge,
    @Nullable PaymentMethod paymentMethod,
    @Nullable Intent intent) {

  /** An error with nothing attached. */
  public static ApiError plain(
      ErrorType type, @Nullable String code, String message, @Nullable String param) {
    return new ApiError(type, code, message, param, null, null, null, null);
  }

  /** A bank's refusal. */
  public static ApiError declined(Decline decline, @Nullable String charge, PaymentMethod card) {
    return new ApiError(
        ErrorType.CARD_ERROR, decline.code(), decline.message(), null, decline, charge, card, null);
  }

  /** The customer did not pass the bank's challenge. */
  public static ApiError authenticationFailed(String code, PaymentMethod card) {
    return new ApiError(
        ErrorType.INVALID_REQUEST_ERROR,
        code,
        "The provided PaymentMethod has failed authentication. You can provide"
            + " payment_method_data or a new PaymentMethod to attempt again.",
        null,
        null,
        null,
        card,
        null);
  }

  /** The same error, carrying the intent as it is now. */
  public ApiError about(Intent current) {
    return new ApiError(type, code, message, param, decline, charge, paymentMethod, current);
  }
}
