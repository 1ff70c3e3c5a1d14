package dev.offsession.collector.push;

import dev.offsession.collector.customers.ReachStore;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PushSubscription;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Keeps the customer's push subscriptions, and only such as we would ever send to. */
public final class PushService {
  private final ReachStore store;
  private final PushSettings settings;
  private final boolean loopbackToo;

  /**
   * @param loopbackToo for development: takes a push service on this machine
   */
  public PushService(ReachStore store, PushSettings settings, boolean loopbackToo) {
    this.store = store;
    this.settings = settings;
    this.loopbackToo = loopbackToo;
  }

  /** The key a browser subscribes with; null while push messages are off. */
  public @Nullable String publicKey() {
    return settings.vapidPublicKey();
  }

  /** A subscription as a browser describes it; empty when we would never send to it. */
  public Optional<PushSubscription> checked(String endpoint, String p256dh, String auth) {
    try {
      var subscription = PushSubscription.of(endpoint, p256dh, auth);
      var takes = settings.isOn() && settings.takes(subscription.address(), loopbackToo);
      return takes ? Optional.of(subscription) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** Keeps it with the customer. */
  public Mono<Void> subscribe(CustomerReference customer, PushSubscription subscription) {
    return store.subscribe(customer, subscription);
  }
}
