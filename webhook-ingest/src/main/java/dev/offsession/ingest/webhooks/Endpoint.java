package dev.offsession.ingest.webhooks;

import dev.offsession.ingest.webhooks.event.ReceivedEvent;
import dev.offsession.ingest.webhooks.signature.SignatureVerifier;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of our addresses that Stripe sends events to.
 *
 * @param account the connected account its events must be from; null for the account itself
 * @param live whether its events are about real money
 */
record Endpoint(String name, EndpointSecrets secrets, @Nullable String account, boolean live) {

  SignatureVerifier verifier() {
    return secrets.verifier();
  }

  /** Test and live events never mix, nor do accounts: a right signature is not enough. */
  boolean expects(ReceivedEvent event) {
    return event.livemode() == live && Objects.equals(event.account(), account);
  }
}
