package dev.offsession.benchmarks.baseline;

import dev.offsession.benchmarks.load.Watch;
import dev.offsession.platform.avro.ConfluentAvroDeserializer;

/** How the worker baselines read requests; the topic and the group come as arguments. */
public final class Consuming {
  /** Where they say what came of a request. */
  public static final String RESULTS = Watch.BASELINE_RESULTS;

  private static final String[] SETTINGS = {
    "spring.kafka.consumer.auto-offset-reset=earliest",
    "spring.kafka.consumer.group-id=${bench.topic}",
    "spring.kafka.consumer.value-deserializer=" + ConfluentAvroDeserializer.class.getName(),
    "spring.kafka.consumer.properties.schema.registry.url=${bench.registry-url}",
    "spring.kafka.producer.acks=all"
  };

  private Consuming() {}

  /** As Spring Boot properties. */
  public static String[] settings() {
    return SETTINGS.clone();
  }
}
