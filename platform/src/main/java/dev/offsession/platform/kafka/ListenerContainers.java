package dev.offsession.platform.kafka;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties.AckMode;

/**
 * Listener containers that read bytes and decode them around the service's listener, so that every
 * failure (registry, dead letter topic, listener) leads to a redelivery and none to a lost record.
 * Offsets are committed after the listener has returned.
 */
record ListenerContainers(
    KafkaSettings settings,
    ConsumerFactory<byte[], byte[]> consumers,
    RecordDecoder decoder,
    DeadLetters deadLetters) {

  /** A stop waits this long for the record or batch in hand; the rest is delivered again. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

  ConcurrentKafkaListenerContainerFactory<byte[], byte[]> forRecords() {
    var factory = factory();
    factory.setContainerCustomizer(this::decodeRecords);
    return factory;
  }

  ConcurrentKafkaListenerContainerFactory<byte[], byte[]> forBatches() {
    var factory = factory();
    factory.setBatchListener(true);
    factory.setContainerCustomizer(this::decodeBatches);
    return factory;
  }

  private ConcurrentKafkaListenerContainerFactory<byte[], byte[]> factory() {
    var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
    factory.setConsumerFactory(consumers);
    factory.setCommonErrorHandler(
        new RedeliverForever(settings.backOffFirst(), settings.backOffMax()));
    factory.getContainerProperties().setAckMode(AckMode.BATCH);
    factory.getContainerProperties().setSyncCommits(true);
    factory.getContainerProperties().setStopImmediate(true);
    factory.getContainerProperties().setShutdownTimeout(STOP_TIMEOUT.toMillis());
    return factory;
  }

  @SuppressWarnings("unchecked") // Spring's adapter calls the annotated method whatever the types.
  private void decodeRecords(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
    var listener =
        (AcknowledgingConsumerAwareMessageListener<Object, Object>)
            requireNonNull(container.getContainerProperties().getMessageListener());
    container.setupMessageListener(new DecodingRecordListener(listener, decoding(container)));
  }

  @SuppressWarnings("unchecked") // Spring's adapter calls the annotated method whatever the types.
  private void decodeBatches(ConcurrentMessageListenerContainer<byte[], byte[]> container) {
    var listener =
        (BatchAcknowledgingConsumerAwareMessageListener<Object, Object>)
            requireNonNull(container.getContainerProperties().getMessageListener());
    container.setupMessageListener(new DecodingBatchListener(listener, decoding(container)));
  }

  private Decoding decoding(ConcurrentMessageListenerContainer<?, ?> container) {
    return new Decoding(decoder, deadLetters, String.valueOf(container.getGroupId()));
  }
}
