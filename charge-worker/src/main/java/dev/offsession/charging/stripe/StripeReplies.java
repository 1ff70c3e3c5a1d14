package dev.offsession.charging.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.Trouble;
import java.util.Optional;

/**
 * What each of Stripe's errors means (reference: docs.stripe.com/error-low-level). A 402 is an
 * answer; what may or may not have happened is no answer.
 */
final class StripeReplies {
  private StripeReplies() {}

  static GatewayReply of(StripeException thrown) {
    if (thrown instanceof ApiConnectionException) {
      return new GatewayReply.NoAnswer(Trouble.NO_ANSWER);
    }
    if (thrown instanceof IdempotencyException) {
      return new GatewayReply.NoAnswer(Trouble.KEY_REUSED);
    }
    int status = thrown.getStatusCode() == null ? 0 : thrown.getStatusCode();
    return switch (status) {
      case 402 ->
          StripeIntents.ofError(thrown)
              .<GatewayReply>map(GatewayReply.Sighted::new)
              .orElse(new GatewayReply.NoAnswer(Trouble.NO_ANSWER));
      case 400, 404 -> refused(thrown);
      case 401, 403 -> new GatewayReply.NoAnswer(Trouble.UNAUTHORIZED);
      case 409 -> new GatewayReply.NoAnswer(Trouble.BUSY);
      case 429 ->
          new GatewayReply.NoAnswer(
              RateLimits.isAboutOneObject(thrown) ? Trouble.BUSY : Trouble.RATE_LIMITED);
      case 500 -> new GatewayReply.NoAnswer(Trouble.SERVER_ERROR);
      default -> new GatewayReply.NoAnswer(Trouble.NO_ANSWER);
    };
  }

  private static GatewayReply refused(StripeException thrown) {
    Optional<StripeError> error = Optional.ofNullable(thrown.getStripeError());
    return new GatewayReply.Refused(
        Optional.ofNullable(thrown.getCode()).orElse("invalid_request"),
        error.map(StripeError::getParam),
        StripeIntents.ofError(thrown));
  }
}
