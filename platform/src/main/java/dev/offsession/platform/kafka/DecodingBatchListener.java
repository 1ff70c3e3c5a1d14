package dev.offsession.platform.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Hands a service's listener the readable records of a poll; dead letters are sent first. */
final class DecodingBatchListener
    implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

  private final BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener;
  private final Decoding decoding;

  DecodingBatchListener(
      BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener, Decoding decoding) {
    this.listener = listener;
    this.decoding = decoding;
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> batch,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> consumer) {
    List<ConsumerRecord<Object, Object>> decoded =
        batch.stream().map(decoding::of).flatMap(Optional::stream).toList();
    if (!decoded.isEmpty()) {
      ListenerCall.run(() -> listener.onMessage(decoded, acknowledgment, consumer));
    }
  }
}
