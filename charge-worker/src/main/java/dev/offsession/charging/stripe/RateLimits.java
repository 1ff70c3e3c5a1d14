package dev.offsession.charging.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import dev.offsession.charging.pace.Lane;
import java.util.Optional;
import java.util.Set;

/**
 * Which budget a 429 is about: header {@code Stripe-Rate-Limited-Reason}
 * (docs.stripe.com/rate-limits). A lock on the object and a limit of one resource are no reason to
 * call others more slowly.
 */
final class RateLimits {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String REASON = "Stripe-Rate-Limited-Reason";

  private RateLimits() {}

  /** The lanes to slow down after a call in this lane; none unless it was a 429. */
  static Set<Lane> of(StripeException thrown, Lane lane) {
    if (thrown.getStatusCode() == null || thrown.getStatusCode() != TOO_MANY_REQUESTS) {
      return Set.of();
    }
    return switch (reason(thrown).orElse(isAboutOneObject(thrown) ? "resource-specific" : "")) {
      case "global-rate", "global-concurrency" -> Set.of(Lane.ACCOUNT);
      case "endpoint-rate", "endpoint-concurrency" -> Set.of(lane);
      case "resource-specific" -> Set.of();
      default -> Set.of(Lane.ACCOUNT, lane);
    };
  }

  /** True for a 429 that another call on the same object will end. */
  static boolean isAboutOneObject(StripeException thrown) {
    return "lock_timeout".equals(thrown.getCode())
        || reason(thrown).filter("resource-specific"::equals).isPresent();
  }

  private static Optional<String> reason(StripeException thrown) {
    return Optional.ofNullable(thrown.getStripeError())
        .map(StripeError::getLastResponse)
        .flatMap(answer -> answer.headers().firstValue(REASON));
  }
}
