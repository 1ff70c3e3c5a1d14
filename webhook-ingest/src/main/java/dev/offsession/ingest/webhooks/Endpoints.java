package dev.offsession.ingest.webhooks;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** All configured endpoints by name; {@code default} is always there. */
public final class Endpoints {

  private static final String DEFAULT_SECRET = "offsession.stripe.webhook-secret";

  private final Map<String, Endpoint> byName = new HashMap<>();
  private final boolean live;

  Endpoints(IngestProperties properties, Environment environment) {
    this.live = environment.acceptsProfiles(Profiles.of("live"));
    properties.endpoints().forEach((name, endpoint) -> put(name, endpoint, live));
    String secrets = environment.getProperty(DEFAULT_SECRET);
    byName.put(
        "default",
        new Endpoint("default", EndpointSecrets.of(DEFAULT_SECRET, secrets), null, live));
  }

  private void put(String name, IngestProperties.Endpoint endpoint, boolean live) {
    String property = "offsession.ingest.endpoints." + name + ".webhook-secret";
    String account = endpoint.account().filter(a -> !a.isBlank()).orElse(null);
    var secrets = EndpointSecrets.of(property, endpoint.webhookSecret());
    byName.put(name, new Endpoint(name, secrets, account, live));
  }

  /** Whether all endpoints are for events about real money, or all for the others. */
  public boolean live() {
    return live;
  }

  /** The accounts events are taken from; the empty one is the account itself, and comes first. */
  public List<Optional<String>> accounts() {
    return byName.values().stream()
        .map(endpoint -> Optional.ofNullable(endpoint.account()))
        .distinct()
        .sorted(Comparator.comparing(account -> account.orElse("")))
        .toList();
  }

  Collection<Endpoint> all() {
    return byName.values();
  }

  Optional<Endpoint> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
