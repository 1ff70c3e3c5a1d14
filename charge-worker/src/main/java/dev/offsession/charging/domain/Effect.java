package dev.offsession.charging.domain;

import java.time.Instant;

/** What a decision asks of the world. */
public sealed interface Effect {

  /** Tell the world. Stored in the same write as the state. */
  record Publish(ChargeEvent event) implements Effect {}

  /** Something that a person should hear of. */
  record Alarm(AlarmKind kind, String detail) implements Effect {}

  /**
   * Count a refusal against the card, over all charges of the customer. Done before the decision is
   * stored, so that it cannot be lost; the same attempt counts once however often it is noted.
   */
  record NoteRefusal(CustomerReference customer, CardRefusal refusal) implements Effect {}

  /** Cancel an intent that was created twice and never confirmed; its answer does not matter. */
  record Discard(PaymentIntentId intent) implements Effect {}

  /**
   * A question whose answer comes back as a {@link ChargeInput}; at most one per decision, and only
   * after the decision is stored. If the asking process dies, {@link ChargeInput.Due} asks again.
   */
  sealed interface Question extends Effect {}

  /** Who is the customer, and which methods are saved? */
  record AskCustomer(CustomerReference customer) implements Question {}

  /** Create the intent, unconfirmed: moves nothing. */
  record CreateIntent(IdempotencyKey key, StripeCustomerId customer, ChargeRequest request)
      implements Question {}

  /** Confirm the intent while the customer is away: moves money. */
  record ConfirmIntent(
      IdempotencyKey key, PaymentIntentId intent, PaymentMethodId method, int attempt)
      implements Question {}

  /** Look at the intent. */
  record FetchIntent(PaymentIntentId intent, int attempt) implements Question {}

  /** Look for intents of this request whose creation was never answered. */
  record FindIntents(ChargeRequestId request, StripeCustomerId customer, Instant since)
      implements Question {}

  /** Cancel the intent, so that it can never be paid. */
  record CancelIntent(PaymentIntentId intent) implements Question {}
}
