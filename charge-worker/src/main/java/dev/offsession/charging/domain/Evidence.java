package dev.offsession.charging.domain;

import java.util.Optional;

/**
 * What one sight of a PaymentIntent tells about the money. The answer of a call, an event's
 * snapshot and a fetched intent all become this, through {@link EvidenceClassifier} alone, so that
 * the three can never disagree.
 *
 * @param attempt the attempt of ours whose outcome this is; 0 when it cannot be told
 * @param card the payment method on the intent, or in its last error
 */
public record Evidence(
    PaymentIntentId intent,
    Optional<StripeCustomerId> customer,
    Source source,
    int attempt,
    Verdict verdict,
    Optional<Card> card) {

  /** How the intent was seen. */
  public enum Source {
    /** In the answer to a question of ours. */
    ANSWER,
    /** In an event: repeated, reordered, late. A hint to look, unless it says the end. */
    EVENT,
    /** By fetching it: the truth of that moment. */
    LOOK
  }
}
