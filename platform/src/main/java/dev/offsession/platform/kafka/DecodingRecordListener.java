package dev.offsession.platform.kafka;

import dev.offsession.platform.trace.TraceParent;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Hands a service's listener decoded records, one at a time, within the record's trace. */
final class DecodingRecordListener
    implements AcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

  private final AcknowledgingConsumerAwareMessageListener<Object, Object> listener;
  private final Decoding decoding;

  DecodingRecordListener(
      AcknowledgingConsumerAwareMessageListener<Object, Object> listener, Decoding decoding) {
    this.listener = listener;
    this.decoding = decoding;
  }

  @Override
  public void onMessage(
      ConsumerRecord<byte[], byte[]> raw,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> consumer) {
    decoding
        .of(raw)
        .ifPresent(decoded ->
            ListenerCall.run(() ->
                RecordTrace.of(raw)
                    .orElseGet(TraceParent::create)
                    .during(() -> listener.onMessage(decoded, acknowledgment, consumer))));
  }
}
