package dev.offsession.simulator.browser;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a Stripe.js call told the page: a status, an error object, or something thrown.
 *
 * @param status of the intent in a result without error
 * @param intentStatus of the intent inside the error
 */
record Result(
    @Nullable String status,
    @Nullable String type,
    @Nullable String code,
    @Nullable String declineCode,
    @Nullable String message,
    @Nullable String intentStatus,
    @Nullable String thrown) {

  static Result of(Object value) {
    var fields = (Map<?, ?>) value;
    return new Result(
        (String) fields.get("status"),
        (String) fields.get("type"),
        (String) fields.get("code"),
        (String) fields.get("declineCode"),
        (String) fields.get("message"),
        (String) fields.get("intentStatus"),
        (String) fields.get("thrown"));
  }
}
