package dev.offsession.platform.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Hands a service's listener the readable records of a poll; dead letters are sent first. */
final class DecodingBatchListener
    implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

  private final BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener;
  private final RecordDecoder decoder;
  private final DeadLetters deadLetters;
  private final String group;

  DecodingBatchListener(
      BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener,
      RecordDecoder decoder,
      DeadLetters deadLetters,
      String group) {
    this.listener = listener;
    this.decoder = decoder;
    this.deadLetters = deadLetters;
    this.group = group;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> batch,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> consumer) {
    List<ConsumerRecord<Object, Object>> decoded = new ArrayList<>(batch.size());
    for (ConsumerRecord<byte[], byte[]> raw : batch) {
      try {
        decoded.add(decoder.decode(raw));
      } catch (UnreadableRecordException e) {
        deadLetters.send(raw, group, e);
      }
    }
    if (!decoded.isEmpty()) {
      ListenerCall.run(() -> listener.onMessage(decoded, acknowledgment, consumer));
    }
  }
}
