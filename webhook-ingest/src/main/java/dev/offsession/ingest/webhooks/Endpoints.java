package dev.offsession.ingest.webhooks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** All configured endpoints by name; {@code default} is always there. */
final class Endpoints {

  private static final String DEFAULT_SECRET = "offsession.stripe.webhook-secret";

  private final Map<String, Endpoint> byName = new HashMap<>();

  Endpoints(IngestProperties properties, Environment environment) {
    boolean live = environment.acceptsProfiles(Profiles.of("live"));
    properties.endpoints().forEach((name, endpoint) -> put(name, endpoint, live));
    String secrets = environment.getProperty(DEFAULT_SECRET);
    byName.put("default", Endpoint.of("default", DEFAULT_SECRET, secrets, null, live));
  }

  private void put(String name, IngestProperties.Endpoint endpoint, boolean live) {
    String property = "offsession.ingest.endpoints." + name + ".webhook-secret";
    String account = endpoint.account().filter(a -> !a.isBlank()).orElse(null);
    byName.put(name, Endpoint.of(name, property, endpoint.webhookSecret(), account, live));
  }

  Optional<Endpoint> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
