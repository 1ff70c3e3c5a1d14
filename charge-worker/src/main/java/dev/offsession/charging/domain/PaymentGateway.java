package dev.offsession.charging.domain;

/**
 * Stripe, as far as a charge needs it. Each call is sent once, never retried inside, waits for its
 * answer, and never throws for anything that Stripe or the network does.
 */
public interface PaymentGateway {
  /** Creates an unconfirmed intent. */
  GatewayReply create(Effect.CreateIntent question);

  /** Confirms the intent off-session. */
  GatewayReply confirm(Effect.ConfirmIntent question);

  /** Reads the intent. */
  GatewayReply fetch(Effect.FetchIntent question);

  /** Lists the customer's intents that carry the request's id. */
  GatewayReply find(Effect.FindIntents question);

  /** Cancels an intent. */
  GatewayReply cancel(PaymentIntentId intent);
}
