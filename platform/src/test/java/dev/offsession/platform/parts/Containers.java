package dev.offsession.platform.parts;

import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** One container of each engine for a JVM. */
final class Containers {

  private static @Nullable KafkaContainer kafka;
  private static @Nullable GenericContainer<?> registry;
  private static @Nullable MongoDBContainer mongo;

  private Containers() {}

  static synchronized KafkaContainer kafka() {
    if (kafka == null) {
      kafka =
          new KafkaContainer("apache/kafka:4.1.1")
              .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
      kafka.start();
    }
    return kafka;
  }

  static synchronized GenericContainer<?> registry() {
    if (registry == null) {
      registry =
          new GenericContainer<>("apicurio/apicurio-registry:3.1.7")
              .withExposedPorts(8080)
              .withEnv("APICURIO_RULES_GLOBAL_COMPATIBILITY", "FULL_TRANSITIVE")
              .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects"));
      registry.start();
    }
    return registry;
  }

  static synchronized MongoDBContainer mongo() {
    if (mongo == null) {
      mongo = new MongoDBContainer("mongo:8.0").withReplicaSet();
      mongo.start();
    }
    return mongo;
  }
}
