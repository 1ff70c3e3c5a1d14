package dev.offsession.ingest.support;

import dev.offsession.parts.SharedParts;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.provisioning.Provisioner;
import dev.offsession.platform.provisioning.ProvisioningProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The shared broker and registry with all topics and schemas. */
public final class ProvisionedParts {

  private ProvisionedParts() {}

  public static Map<String, Object> broker() {
    return Map.of("bootstrap.servers", SharedParts.kafka().bootstrapServers());
  }

  public static String registryUrl() {
    return SharedParts.registry().ccompatUrl();
  }

  public static void provision() {
    provision(SharedParts.kafka().bootstrapServers());
  }

  /** The same on another broker. */
  public static void provision(String bootstrapServers) {
    Duration patience = Duration.ofMinutes(1);
    var registry = new RegistrySettings(registryUrl(), "", false, Duration.ofSeconds(5), patience);
    var properties = new ProvisioningProperties(Optional.empty(), patience);
    Map<String, Object> admin = Map.of("bootstrap.servers", bootstrapServers);
    new Provisioner(admin, registry, properties).provision();
  }
}
