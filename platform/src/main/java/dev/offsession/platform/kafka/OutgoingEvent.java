package dev.offsession.platform.kafka;

import dev.offsession.schemas.topics.Topic;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record to publish, with what its CloudEvents headers say.
 *
 * @param topic where to; the value must be the topic's record
 * @param key Kafka key: records of one key keep their order
 * @param value the record, or null for a tombstone on a compacted topic
 * @param id {@code ce_id}: the same event published twice has the same id
 * @param type {@code ce_type}: what happened
 * @param source {@code ce_source}: who says so, such as {@code /charge-worker}
 * @param time {@code ce_time}: when it happened
 */
public record OutgoingEvent(
    Topic topic,
    String key,
    @Nullable SpecificRecord value,
    String id,
    String type,
    String source,
    Instant time) {

  public OutgoingEvent {
    if (value == null && !topic.compacted()) {
      throw new IllegalArgumentException(topic.topicName() + " takes no tombstones");
    }
    if (value != null && !value.getSchema().getFullName().equals(topic.schema().getFullName())) {
      throw new IllegalArgumentException(
          topic.topicName() + " does not carry " + value.getSchema().getFullName());
    }
  }
}
