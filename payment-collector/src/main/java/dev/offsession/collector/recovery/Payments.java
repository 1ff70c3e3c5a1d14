package dev.offsession.collector.recovery;

import dev.offsession.collector.recovery.domain.IntentSnapshot;
import dev.offsession.collector.stripe.ClientSecret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Payments at Stripe. All calls may fail with a Stripe call failure. */
public interface Payments {
  /**
   * A payment as it stands now, and what a browser needs to act on it.
   *
   * @param savesCard whether the card that pays it will be saved for later charges
   * @param requestId the charge it was made for; null for a payment that is not ours
   */
  record Live(
      IntentSnapshot snapshot,
      ClientSecret secret,
      boolean savesCard,
      @Nullable String requestId) {}

  /** Reads the payment; empty when Stripe knows none of that id. */
  Mono<Live> retrieve(String paymentIntentId);

  /** Has the next card that pays this be saved for later charges, or not. Safe to repeat. */
  Mono<Void> saveNextCard(String paymentIntentId, boolean save);
}
