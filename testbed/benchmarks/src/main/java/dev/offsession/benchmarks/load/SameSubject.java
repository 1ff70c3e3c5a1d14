package dev.offsession.benchmarks.load;

import dev.offsession.platform.avro.ConfluentAvroSerializer;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.topics.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes charge requests with the schema of their own topic, whatever topic they go to. */
final class SameSubject implements Serializer<SpecificRecord> {
  private final ConfluentAvroSerializer values;

  SameSubject(ConfluentAvroSerializer values) {
    this.values = values;
  }

  @Override
  public byte @Nullable [] serialize(String topic, SpecificRecord value) {
    String named = value instanceof ChargeRequested ? Topic.CHARGE_REQUESTED.topicName() : topic;
    return values.serialize(named, value);
  }

  @Override
  public void close() {
    values.close();
  }
}
