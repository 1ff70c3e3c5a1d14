package dev.offsession.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.platform.trace.TraceParent;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.kafka.core.KafkaOperations;

/** Encodes an event with the configured serializer and sends it with its CloudEvents headers. */
final class KafkaEventPublisher implements EventPublisher {

  private static final String SPEC_VERSION = "1.0";

  private final KafkaOperations<byte[], byte[]> kafka;
  private final Serializer<SpecificRecord> serializer;

  KafkaEventPublisher(
      KafkaOperations<byte[], byte[]> kafka, Serializer<SpecificRecord> serializer) {
    this.kafka = kafka;
    this.serializer = serializer;
  }

  @Override
  public CompletableFuture<Void> publish(OutgoingEvent event) {
    try {
      return kafka.send(toRecord(event)).thenApply(_ -> null);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void prepare(OutgoingEvent sample) {
    kafka.partitionsFor(toRecord(sample).topic());
  }

  private ProducerRecord<byte[], byte[]> toRecord(OutgoingEvent event) {
    String topic = event.topic().topicName();
    byte[] value = event.value() == null ? null : serializer.serialize(topic, event.value());
    var message = new ProducerRecord<>(topic, event.key().getBytes(UTF_8), value);
    header(message, "ce_specversion", SPEC_VERSION);
    header(message, "ce_id", event.id());
    header(message, "ce_type", event.type());
    header(message, "ce_source", event.source());
    header(message, "ce_time", event.time().toString());
    header(message, TraceParent.HEADER, TraceParent.currentOrNew().value());
    return message;
  }

  private static void header(ProducerRecord<byte[], byte[]> message, String name, String value) {
    message.headers().add(name, value.getBytes(UTF_8));
  }
}
