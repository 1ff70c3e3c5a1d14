package dev.offsession.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.platform.trace.TraceParent;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** Hands a service's listener decoded records, one at a time, within the record's trace. */
final class DecodingRecordListener
    implements AcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

  private final AcknowledgingConsumerAwareMessageListener<Object, Object> listener;
  private final RecordDecoder decoder;
  private final DeadLetters deadLetters;
  private final String group;

  DecodingRecordListener(
      AcknowledgingConsumerAwareMessageListener<Object, Object> listener,
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
      ConsumerRecord<byte[], byte[]> raw,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> consumer) {
    ConsumerRecord<Object, Object> decoded;
    try {
      decoded = decoder.decode(raw);
    } catch (UnreadableRecordException e) {
      deadLetters.send(raw, group, e);
      return;
    }
    ListenerCall.run(
        () -> traceOf(raw).during(() -> listener.onMessage(decoded, acknowledgment, consumer)));
  }

  private static TraceParent traceOf(ConsumerRecord<?, ?> raw) {
    Header header = raw.headers().lastHeader(TraceParent.HEADER);
    String value =
        header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    return TraceParent.parse(value).orElseGet(TraceParent::create);
  }
}
