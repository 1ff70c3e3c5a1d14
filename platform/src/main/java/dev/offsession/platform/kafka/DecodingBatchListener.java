package dev.offsession.platform.kafka;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Hands a service's listener the readable records of a poll; dead letters are sent first. */
record DecodingBatchListener(
    BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener, Decoding decoding)
    implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

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
