package dev.offsession.simulator.http;

/** Lets the merchant's pages, which have another origin, read the client endpoints. */
public final class Cors {
  private Cors() {}

  /** The answer, readable from any origin. */
  public static HttpReply.Answer allow(HttpReply.Answer answer) {
    return answer
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", "Request-Id, Stripe-Version, Idempotency-Key");
  }

  /** The answer to a browser that asks first. */
  static HttpReply.Answer preflight() {
    return allow(HttpReply.typed(204, "text/plain", ""))
        .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
        .with(
            "Access-Control-Allow-Headers",
            "Authorization, Content-Type, Idempotency-Key, Stripe-Version, Stripe-Account")
        .with("Access-Control-Max-Age", "600");
  }
}
