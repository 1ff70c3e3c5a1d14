package dev.offsession.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.offsession.platform.avro.ConfluentAvroDeserializer;
import dev.offsession.platform.avro.Examples;
import dev.offsession.platform.avro.RegistrySettings;
import dev.offsession.platform.parts.NeedsParts;
import dev.offsession.platform.parts.RealParts;
import dev.offsession.platform.trace.TraceParent;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NeedsParts
class PublishingIT {

  private final KafkaFixture kafka = new KafkaFixture();
  private final String key = "key-" + UUID.randomUUID();
  private ListeningService service;

  @BeforeEach
  void start() throws Exception {
    service =
        ListeningService.byRecord(
            kafka.newTopic(),
            "it-" + UUID.randomUUID(),
            Map.of(
                "offsession.kafka.bootstrap-servers", kafka.bootstrapServers(),
                "offsession.schema-registry.url", RealParts.current().registryUrl()));
  }

  @AfterEach
  void stop() {
    service.close();
    kafka.close();
  }

  @ParameterizedTest
  @EnumSource
  void carriesEachRecordUnderItsKeyWithCloudEventsHeaders(Topic topic) throws Exception {
    SpecificRecord value = Examples.of(topic);

    publish(topic, value);

    ConsumerRecord<byte[], byte[]> message = only(topic);
    assertThat(decode(topic, message.value())).isEqualTo(value);
    assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
    assertThat(header(message, "ce_id")).isEqualTo("req_1#3");
    assertThat(header(message, "ce_type")).isEqualTo("SUCCEEDED");
    assertThat(header(message, "ce_source")).isEqualTo("/it");
    assertThat(Instant.parse(header(message, "ce_time"))).isEqualTo(Examples.NOON);
    assertThat(TraceParent.parse(header(message, "traceparent"))).isPresent();
  }

  @Test
  void carriesTheTraceOfTheWorkItBelongsTo() {
    TraceParent trace = TraceParent.create();

    trace.during(() -> publish(Topic.PROMPT_EVENTS, Examples.of(Topic.PROMPT_EVENTS)));

    assertThat(header(only(Topic.PROMPT_EVENTS), "traceparent")).isEqualTo(trace.value());
  }

  @Test
  void erasesAKeyByATombstoneOnACompactedTopicOnly() {
    publish(Topic.PAYMENT_METHOD_EVENTS, null);

    assertThat(only(Topic.PAYMENT_METHOD_EVENTS).value()).isNull();
    assertThatThrownBy(() -> publish(Topic.CHARGE_EVENTS, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesTheRecordOfAnotherTopic() {
    assertThatThrownBy(() -> publish(Topic.CHARGE_EVENTS, Examples.of(Topic.STRIPE_EVENTS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("charge-events does not carry dev.offsession.schemas.StripeEvent");
  }

  @Test
  void tellsByTheFutureAndNotByAnExceptionThatKafkaIsAway() throws Exception {
    try (var cutOff =
        ListeningService.byRecord(
            "charge-requested",
            "it-cut-off",
            Map.of(
                "offsession.kafka.bootstrap-servers", "127.0.0.1:1",
                "offsession.kafka.max-block", "300ms",
                "offsession.schema-registry.url", RealParts.current().registryUrl()))) {
      Instant before = Instant.now();

      var published =
          cutOff
              .bean(EventPublisher.class)
              .publish(event(Topic.CHARGE_EVENTS, Examples.of(Topic.CHARGE_EVENTS)));

      assertThat(catchThrowable(() -> published.get(10, SECONDS))).isNotNull();
      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void preparesWithoutSendingAnything() {
    service
        .bean(EventPublisher.class)
        .prepare(event(Topic.PROMPT_EVENTS, Examples.of(Topic.PROMPT_EVENTS)));

    publish(Topic.PROMPT_EVENTS, Examples.of(Topic.PROMPT_EVENTS));
    assertThat(only(Topic.PROMPT_EVENTS)).as("the published one alone").isNotNull();
  }

  @Test
  void tellsWhileItPreparesThatKafkaIsAway() throws Exception {
    try (var cutOff =
        ListeningService.byRecord(
            "charge-requested",
            "it-cut-off",
            Map.of(
                "offsession.kafka.bootstrap-servers", "127.0.0.1:1",
                "offsession.kafka.max-block", "300ms",
                "offsession.schema-registry.url", RealParts.current().registryUrl()))) {
      EventPublisher events = cutOff.bean(EventPublisher.class);

      assertThatThrownBy(
              () -> events.prepare(event(Topic.CHARGE_EVENTS, Examples.of(Topic.CHARGE_EVENTS))))
          .isInstanceOf(RuntimeException.class);
    }
  }

  private void publish(Topic topic, @Nullable SpecificRecord value) {
    service.bean(EventPublisher.class).publish(event(topic, value)).join();
  }

  private OutgoingEvent event(Topic topic, @Nullable SpecificRecord value) {
    return new OutgoingEvent(topic, key, value, "req_1#3", "SUCCEEDED", "/it", Examples.NOON);
  }

  private ConsumerRecord<byte[], byte[]> only(Topic topic) {
    List<ConsumerRecord<byte[], byte[]>> found =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
            .flatMap(this::ours)
            .toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private Stream<ConsumerRecord<byte[], byte[]>> ours(TopicPartition partition) {
    return kafka.read(partition).stream()
        .filter(message -> message.key() != null && new String(message.key(), UTF_8).equals(key));
  }

  private static @Nullable SpecificRecord decode(Topic topic, byte[] bytes) {
    try (var deserializer = new ConfluentAvroDeserializer()) {
      deserializer.configure(
          Map.of(RegistrySettings.URL, RealParts.current().registryUrl()), false);
      return deserializer.deserialize(topic.topicName(), bytes);
    }
  }

  private static String header(ConsumerRecord<?, ?> message, String name) {
    return new String(message.headers().lastHeader(name).value(), UTF_8);
  }
}
