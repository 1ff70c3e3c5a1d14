package dev.offsession.platform.kafka;

import dev.offsession.platform.trace.TraceParent;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Hands a service's listener decoded records, one at a time, within the record's trace. */
record DecodingRecordListener(
    AcknowledgingConsumerAwareMessageListener<Object, Object> listener, Decoding decoding)
    implements AcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

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
