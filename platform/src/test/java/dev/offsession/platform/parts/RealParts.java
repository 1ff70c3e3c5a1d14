package dev.offsession.platform.parts;

import dev.offsession.parts.SharedParts;

/**
 * The broker, registry and store that the contract suites run against: those of module parts, or,
 * under profile {@code docker}, containers of the engines used in production.
 */
public sealed interface RealParts {

  /** Those of this run. */
  static RealParts current() {
    return inDocker() ? new Docker() : new Local();
  }

  /** Whether profile {@code docker} is on. */
  static boolean inDocker() {
    return "docker".equals(System.getProperty("offsession.parts"));
  }

  String bootstrapServers();

  String registryUrl();

  String mongoUri();

  /** Processes of this machine, and the MongoDB stand-in. */
  record Local() implements RealParts {
    @Override
    public String bootstrapServers() {
      return SharedParts.kafka().bootstrapServers();
    }

    @Override
    public String registryUrl() {
      return SharedParts.registry().ccompatUrl();
    }

    @Override
    public String mongoUri() {
      return SharedParts.mongo().uri();
    }
  }

  /** Containers, started when first asked for; Testcontainers removes them with the JVM. */
  record Docker() implements RealParts {
    @Override
    public String bootstrapServers() {
      return Containers.kafka().getBootstrapServers();
    }

    @Override
    public String registryUrl() {
      var registry = Containers.registry();
      return "http://%s:%d/apis/ccompat/v7"
          .formatted(registry.getHost(), registry.getFirstMappedPort());
    }

    @Override
    public String mongoUri() {
      return Containers.mongo().getReplicaSetUrl();
    }
  }
}
