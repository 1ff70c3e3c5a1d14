package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Port;
import dev.offsession.parts.process.Ports;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The doors to store, registry and Stripe; a shut one makes that part be away for the services. */
final class Outages implements AutoCloseable {
  private final Front store;
  private final Front registry;
  private final Front stripe;

  Outages(Addresses addresses) {
    store = door(Port.MONGO, addresses);
    registry = door(Port.REGISTRY, addresses);
    stripe = door(Port.SIMULATOR, addresses);
  }

  private static Front door(Port part, Addresses addresses) {
    return Front.on(Ports.free(), List.of(part.on(addresses.base())));
  }

  Front store() {
    return store;
  }

  Front registry() {
    return registry;
  }

  Front stripe() {
    return stripe;
  }

  /** The same settings, through the doors. */
  Map<String, String> through(Map<String, String> settings) {
    Map<String, String> changed = new HashMap<>(settings);
    redirect(changed, "OFFSESSION_MONGODB_URI", store);
    redirect(changed, "OFFSESSION_SCHEMA_REGISTRY_URL", registry);
    redirect(changed, "OFFSESSION_STRIPE_API_BASE", stripe);
    return changed;
  }

  private static void redirect(Map<String, String> settings, String name, Front door) {
    settings.computeIfPresent(
        name, (_, url) -> url.replaceFirst("127\\.0\\.0\\.1:\\d+", "127.0.0.1:" + door.port()));
  }

  @Override
  public void close() {
    store.close();
    registry.close();
    stripe.close();
  }
}
