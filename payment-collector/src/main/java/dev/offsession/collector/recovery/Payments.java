package dev.offsession.collector.recovery;

import dev.offsession.collector.recovery.domain.IntentSnapshot;
import dev.offsession.collector.stripe.ClientSecret;
import reactor.core.publisher.Mono;

/** Payments at Stripe. All calls may fail with a Stripe call failure. */
public interface Payments {
  /** A payment as it stands now, and what a browser needs to act on it. */
  record Live(IntentSnapshot snapshot, ClientSecret secret) {}

  /** Reads the payment. */
  Mono<Live> retrieve(String paymentIntentId);

  /** Has the next card that pays this be saved for later charges. Safe to repeat. */
  Mono<Void> saveNextCard(String paymentIntentId);
}
