package dev.offsession.simulator.http;

import dev.offsession.simulator.engine.ApiError;
import dev.offsession.simulator.engine.ErrorType;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.faults.Fault;
import dev.offsession.simulator.idempotency.Begin;
import dev.offsession.simulator.render.Json;
import dev.offsession.simulator.render.Renderer;
import dev.offsession.simulator.render.View;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The answers that are not objects: refusals and failures. */
public final class Answers {
  private final Renderer renderer;
  private final String apiVersion;

  /** Answers of an account with this default version. */
  public Answers(Renderer renderer, String apiVersion) {
    this.renderer = renderer;
    this.apiVersion = apiVersion;
  }

  String apiVersion() {
    return apiVersion;
  }

  HttpReply.Answer refused(Refusal refusal, View view) {
    return error(refusal.status(), renderer.error(refusal.error(), view));
  }

  HttpReply.Answer serverError() {
    return plain(
        500,
        ErrorType.API_ERROR,
        null,
        "An unknown error occurred. If you see this message unexpectedly, contact support.");
  }

  HttpReply.Answer conflict() {
    return plain(
        409,
        ErrorType.IDEMPOTENCY_ERROR,
        "idempotency_key_in_use",
        "There is currently another in-progress request using this Idempotent Key. Please try"
            + " again later.");
  }

  HttpReply.Answer otherParameters(String key) {
    return plain(
        400,
        ErrorType.IDEMPOTENCY_ERROR,
        null,
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with. Try using a key other than '%s' if you meant to execute a different"
                .formatted(key)
            + " request.");
  }

  HttpReply.Answer otherEndpoint(Begin.OtherEndpoint used) {
    return plain(
        400,
        ErrorType.IDEMPOTENCY_ERROR,
        null,
        "Keys for idempotent requests can only be used for the same endpoint they were first used"
            + " for ('%s' vs '%s').".formatted(used.now(), used.before()));
  }

  /** What a fault looks like when it strikes before any effect. */
  HttpReply beforeEffect(Fault fault) {
    HttpReply reply =
        switch (fault.kind()) {
          case RATE_LIMIT -> rateLimit("endpoint-rate");
          case LOCK_TIMEOUT -> refused(IntentLocks.lockTimeout(), View.SECRET);
          case CONFLICT -> conflict();
          case BAD_GATEWAY -> gateway(502, "Bad Gateway");
          case UNAVAILABLE -> gateway(503, "Service Unavailable");
          case GATEWAY_TIMEOUT, GATEWAY_TIMEOUT_AFTER_EFFECT -> gateway(504, "Gateway Time-out");
          case SERVER_ERROR, SERVER_ERROR_AFTER_EFFECT -> serverError();
          case DROP_BEFORE, DROP_AFTER_EFFECT, HANG, HANG_AFTER_EFFECT, TRUNCATE_BODY, LATENCY ->
              new HttpReply.Dropped();
        };
    return reply instanceof HttpReply.Answer answer ? hinted(answer, fault) : reply;
  }

  /** What a fault makes of an answer when the effect has happened. */
  HttpReply afterEffect(HttpReply.Answer answer, Fault fault) {
    return switch (fault.kind()) {
      case TRUNCATE_BODY -> new HttpReply.Truncated(answer);
      case DROP_AFTER_EFFECT, HANG_AFTER_EFFECT -> new HttpReply.Dropped();
      case GATEWAY_TIMEOUT_AFTER_EFFECT -> beforeEffect(fault);
      default -> hinted(answer, fault);
    };
  }

  static HttpReply.Answer rateLimit(String reason) {
    return plain(
            429,
            ErrorType.INVALID_REQUEST_ERROR,
            "rate_limit",
            "Request rate limit exceeded. You can learn more about rate limits here"
                + " https://stripe.com/docs/rate-limits.")
        .with("Stripe-Rate-Limited-Reason", reason);
  }

  private static HttpReply.Answer gateway(int status, String title) {
    return HttpReply.typed(
        status,
        "text/html",
        "<html><head><title>%d %s</title></head><body><center><h1>%d %s</h1></center></body></html>"
            .formatted(status, title, status, title));
  }

  private static HttpReply.Answer hinted(HttpReply.Answer answer, Fault fault) {
    HttpReply.Answer result = answer;
    if (fault.shouldRetry() != null) {
      result = result.with("Stripe-Should-Retry", fault.shouldRetry());
    }
    return fault.retryAfter() == null ? result : result.with("Retry-After", fault.retryAfter());
  }

  private static HttpReply.Answer plain(
      int status, ErrorType type, @Nullable String code, String message) {
    ApiError error = ApiError.plain(type, code, message, null);
    return error(status, Renderer.plainError(error));
  }

  private static HttpReply.Answer error(int status, ObjectNode error) {
    return HttpReply.json(status, Json.object().with("error", error).done());
  }
}
