package dev.offsession.ingest.webhooks.http;

import dev.offsession.parts.SharedParts;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.provisioning.Provisioner;
import dev.offsession.platform.provisioning.ProvisioningProperties;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The shared broker and registry with all topics and schemas. */
final class ProvisionedParts {

  private ProvisionedParts() {}

  static Map<String, Object> broker() {
    return Map.of("bootstrap.servers", SharedParts.kafka().bootstrapServers());
  }

  static String registryUrl() {
    return SharedParts.registry().ccompatUrl();
  }

  static void provision() {
    Duration patience = Duration.ofMinutes(1);
    var registry = new RegistrySettings(registryUrl(), "", false, Duration.ofSeconds(5), patience);
    var properties = new ProvisioningProperties(Optional.empty(), patience);
    new Provisioner(broker(), registry, properties).provision();
  }
}
