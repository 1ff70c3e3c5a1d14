package dev.offsession.platform.kafka;

import dev.offsession.platform.avro.RegistryTrouble;
import dev.offsession.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to the topic's record. A record of another type, or a tombstone where there can be none, is
 * as unreadable as damaged bytes: a listener could only fail on it for ever.
 */
final class RecordDecoder {

  private static final Map<String, Topic> TOPICS =
      Arrays.stream(Topic.values())
          .collect(Collectors.toMap(Topic::topicName, Function.identity()));

  private final Deserializer<SpecificRecord> deserializer;

  RecordDecoder(Deserializer<SpecificRecord> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * The same record with key and value decoded.
   *
   * @throws UnreadableRecordException if this record can never be read
   * @throws RuntimeException if the registry cannot be asked now
   */
  ConsumerRecord<Object, Object> decode(ConsumerRecord<byte[], byte[]> raw) {
    @Nullable SpecificRecord value = value(raw);
    check(raw.topic(), value);
    return withContent(raw, value);
  }

  private @Nullable SpecificRecord value(ConsumerRecord<byte[], byte[]> raw) {
    try {
      return deserializer.deserialize(raw.topic(), raw.headers(), raw.value());
    } catch (RuntimeException e) {
      if (RegistryTrouble.causes(e)) {
        throw e;
      }
      throw new UnreadableRecordException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void check(String topicName, @Nullable SpecificRecord value) {
    Topic topic = TOPICS.get(topicName);
    if (topic == null) {
      return; // Not one of ours: the listener that asked for it knows what to expect.
    }
    if (value == null && !topic.compacted()) {
      throw new UnreadableRecordException("A record on " + topicName + " has no value", null);
    }
    if (value != null && !value.getSchema().getFullName().equals(topic.schema().getFullName())) {
      String name = value.getSchema().getFullName();
      throw new UnreadableRecordException(topicName + " does not carry " + name, null);
    }
  }

  @SuppressWarnings("NullAway") // Kafka's records may have a null key and a null value.
  private static ConsumerRecord<Object, Object> withContent(
      ConsumerRecord<byte[], byte[]> raw, @Nullable SpecificRecord value) {
    byte[] key = raw.key();
    return new ConsumerRecord<>(
        raw.topic(),
        raw.partition(),
        raw.offset(),
        raw.timestamp(),
        raw.timestampType(),
        raw.serializedKeySize(),
        raw.serializedValueSize(),
        key == null ? null : new String(key, StandardCharsets.UTF_8),
        value,
        raw.headers(),
        raw.leaderEpoch());
  }
}
