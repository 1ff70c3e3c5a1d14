package dev.offsession.collector.mobile;

import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.stripe.ClientSecret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Short-lived secrets for one customer's payment sheet. Calls may fail as Stripe calls do. */
public interface MobileSecrets {
  /** Opens the customer to the payment elements of the web and to the mobile one. */
  Mono<ClientSecret> customerSession(StripeCustomerId customer);

  /**
   * Opens the customer to a mobile SDK by an ephemeral key.
   *
   * @param apiVersion the API version that SDK speaks: the key is made for it and no other
   */
  Mono<ClientSecret> ephemeralKey(StripeCustomerId customer, String apiVersion);

  /** Both at once; without a version no ephemeral key. */
  default Mono<Pair> of(StripeCustomerId customer, @Nullable String apiVersion) {
    var key =
        apiVersion == null
            ? Mono.just(Optional.<ClientSecret>empty())
            : ephemeralKey(customer, apiVersion).map(Optional::of);
    return Mono.zip(customerSession(customer), key)
        .map(both -> new Pair(both.getT1(), both.getT2().orElse(null)));
  }

  /** What an app gets. */
  record Pair(ClientSecret customerSession, @Nullable ClientSecret ephemeralKey) {}
}
