package dev.offsession.platform.provisioning;

import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.avro.SchemaRegistryClient;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the topics and dead letter topics of the {@link Topic} table and registers their schemas,
 * held to full transitive compatibility. Running it again changes nothing; it waits for a broker
 * and a registry that are still starting, and throws when they do not come up in time.
 */
public final class Provisioner {

  private static final Logger log = LoggerFactory.getLogger(Provisioner.class);

  private final Map<String, Object> adminConfigs;
  private final RegistrySettings registry;
  private final ProvisioningProperties properties;

  /**
   * @param adminConfigs Kafka's own settings of an admin client, with the bootstrap servers
   * @param registry where the schemas go
   */
  public Provisioner(
      Map<String, Object> adminConfigs,
      RegistrySettings registry,
      ProvisioningProperties properties) {
    this.adminConfigs = new HashMap<>(adminConfigs);
    this.registry = registry;
    this.properties = properties;
  }

  /** All topics and all schemas. */
  public void provision() {
    provisionTopics();
    provisionSchemas();
  }

  private void provisionTopics() {
    int wait = Math.toIntExact(properties.waitFor().toMillis());
    adminConfigs.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, wait);
    adminConfigs.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(wait, 5_000));
    try (Admin admin = Admin.create(adminConfigs)) {
      new Topics(admin, properties.replicationFactor()).createMissing();
    }
    log.info("{} topics and their dead letter topics are there", Topic.values().length);
  }

  private void provisionSchemas() {
    var client = new SchemaRegistryClient(waiting(registry, properties.waitFor()));
    for (Topic topic : Topic.values()) {
      int id = client.provision(topic.subject(), SchemaFiles.textOf(topic.schema()));
      log.info("Schema {} is id {}", topic.subject(), id);
    }
  }

  private static RegistrySettings waiting(RegistrySettings registry, Duration waitFor) {
    return new RegistrySettings(
        registry.url(), registry.userInfo(), false, registry.requestTimeout(), waitFor);
  }
}
