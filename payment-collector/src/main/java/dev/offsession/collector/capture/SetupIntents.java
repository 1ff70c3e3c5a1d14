package dev.offsession.collector.capture;

import dev.offsession.collector.capture.domain.SetupSnapshot;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.stripe.ClientSecret;
import reactor.core.publisher.Mono;

/** The saving of cards at Stripe. All calls may fail with a Stripe call failure. */
public interface SetupIntents {
  /** A SetupIntent as it stands now, and what a browser needs to act on it. */
  record Live(SetupSnapshot snapshot, ClientSecret secret) {}

  /** Begins the saving of a card for later charges. The same key gives the same SetupIntent. */
  Mono<Live> create(StripeCustomerId customer, String linkId, String idempotencyKey);

  /** Reads a SetupIntent. */
  Mono<Live> retrieve(String setupIntentId);
}
