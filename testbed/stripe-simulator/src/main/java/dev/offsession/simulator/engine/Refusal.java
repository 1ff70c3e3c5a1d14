package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.Decline;
import org.jspecify.annotations.Nullable;

/**
 * The simulated API refuses a call. What the engine has changed until then stays changed.
 *
 * <p>An exception because a refusal ends the call from any depth, as it does at Stripe.
 */
public final class Refusal extends RuntimeException {
  private final int status;
  private final transient ApiError error;
  private final boolean executed;

  /**
   * A refusal with this HTTP status.
   *
   * @param executed whether the endpoint had begun its work, so that Stripe would save the answer
   *     under the idempotency key
   */
  public Refusal(int status, ApiError error, boolean executed) {
    super(error.message(), null, false, false);
    this.status = status;
    this.error = error;
    this.executed = executed;
  }

  /** HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** The error object of the answer. */
  public ApiError error() {
    return error;
  }

  /** Whether the answer is saved under the idempotency key. */
  public boolean executed() {
    return executed;
  }

  /** A parameter is wrong. */
  public static Refusal invalid(@Nullable String param, String message) {
    return invalid(null, param, message);
  }

  /** A parameter is wrong, with one of Stripe's codes. */
  public static Refusal invalid(@Nullable String code, @Nullable String param, String message) {
    return new Refusal(400, plain(code, param, message), false);
  }

  /** A required parameter is missing. */
  public static Refusal missing(String param) {
    return invalid("parameter_missing", param, "Missing required param: " + param + ".");
  }

  /** The path names an object that does not exist. */
  public static Refusal notFound(String kind, String param, String id) {
    return new Refusal(404, plain("resource_missing", param, noSuch(kind, id)), false);
  }

  /** A parameter names an object that does not exist. */
  public static Refusal unknownReference(String kind, String param, String id) {
    return invalid("resource_missing", param, noSuch(kind, id));
  }

  /** The intent's state does not allow the call. */
  public static Refusal unexpectedState(Intent intent, String message) {
    String code = intent.kind() + "_unexpected_state";
    return new Refusal(400, plain(code, null, message).about(intent), true);
  }

  /** The bank refuses outside any intent, for example when a card is attached. */
  public static Refusal declined(Decline decline, @Nullable PaymentMethod card) {
    ApiError error =
        new ApiError(
            ErrorType.CARD_ERROR,
            decline.code(),
            decline.message(),
            null,
            decline,
            null,
            card,
            null);
    return new Refusal(402, error, true);
  }

  /** The card details are wrong: a card error that names its parameter. */
  public static Refusal cardDetails(String code, String param) {
    Decline decline = Decline.of(code);
    return new Refusal(
        402, ApiError.plain(ErrorType.CARD_ERROR, code, decline.message(), param), true);
  }

  private static ApiError plain(@Nullable String code, @Nullable String param, String message) {
    return ApiError.plain(ErrorType.INVALID_REQUEST_ERROR, code, message, param);
  }

  private static String noSuch(String kind, String id) {
    return "No such %s: '%s'".formatted(kind, id);
  }
}
