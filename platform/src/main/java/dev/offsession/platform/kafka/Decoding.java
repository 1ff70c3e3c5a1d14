package dev.offsession.platform.kafka;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records for one consumer group, and sets aside what nobody can read.
 *
 * @param group named in the dead letter, so that a person knows who could not read it
 */
record Decoding(RecordDecoder decoder, DeadLetters deadLetters, String group) {

  /** The record, decoded; empty when it is unreadable, and then its dead letter is stored. */
  Optional<ConsumerRecord<Object, Object>> of(ConsumerRecord<byte[], byte[]> raw) {
    try {
      return Optional.of(decoder.decode(raw));
    } catch (UnreadableRecordException e) {
      deadLetters.send(raw, group, e);
      return Optional.empty();
    }
  }
}
