package dev.offsession.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.platform.avro.Examples;
import dev.offsession.platform.avro.StubRegistry;
import dev.offsession.platform.parts.NeedsParts;
import dev.offsession.platform.parts.RealParts;
import dev.offsession.platform.trace.TraceParent;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a listener may rely on, on a real broker and a real registry. */
@NeedsParts
class ListeningIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final KafkaFixture kafka = new KafkaFixture();
  private final String group = "it-" + UUID.randomUUID();
  private @Nullable ListeningService running;

  @AfterEach
  void stop() {
    if (running != null) {
      running.close();
    }
    kafka.close();
  }

  abstract class Promises {

    abstract ListeningService listen(String topic, Map<String, String> settings);

    @Test
    void readsWhatWasPublished() throws Exception {
      String topic = kafka.newTopic();
      kafka.send(topic, "cust_1", charge("req_1"));

      ListeningService service = start(topic, realRegistry());

      awaitReceived(service, "req_1");
      assertThat(service.inbox().received.getFirst()).isEqualTo(Examples.chargeRequested("req_1"));
      awaitCommitted(topic, 1);
    }

    @Test
    void setsAnUnreadableRecordAsideWithItsBytesAndHeadersAndGoesOn() throws Exception {
      String topic = kafka.newTopic();
      byte[] broken = "not Avro at all".getBytes(UTF_8);
      byte[] foreignKey = {(byte) 0xff, 0, 1};
      var message = new ProducerRecord<>(topic, foreignKey, broken);
      message.headers().add("ce_id", "evt".getBytes(UTF_8)).add("blob", new byte[] {0, -1});
      kafka.send(topic, "cust_1", charge("req_1"));
      kafka.send(message);
      kafka.send(topic, "cust_1", charge("req_2"));

      ListeningService service = start(topic, realRegistry());

      awaitReceived(service, "req_1", "req_2");
      awaitCommitted(topic, 3);
      List<ConsumerRecord<byte[], byte[]>> letters = kafka.read(topic + "-dlt");
      assertThat(letters).hasSize(1);
      ConsumerRecord<byte[], byte[]> letter = letters.getFirst();
      assertThat(letter.key()).isEqualTo(foreignKey);
      assertThat(letter.value()).isEqualTo(broken);
      assertThat(header(letter, "ce_id")).isEqualTo("evt");
      assertThat(letter.headers().lastHeader("blob").value()).containsExactly(0, -1);
      assertThat(header(letter, "dlt_original_topic")).isEqualTo(topic);
      assertThat(header(letter, "dlt_original_partition")).isEqualTo("0");
      assertThat(header(letter, "dlt_original_offset")).isEqualTo("1");
      assertThat(header(letter, "dlt_consumer_group")).isEqualTo(group);
      assertThat(header(letter, "dlt_error")).contains("not in Confluent's wire format");
    }

    @Test
    void setsAsideTruncatedAndOverlongRecordsAndUnknownSchemas() throws Exception {
      String topic = kafka.newTopic();
      byte[] good = charge("req_1");
      kafka.send(topic, "a", Arrays.copyOf(good, good.length - 3));
      kafka.send(topic, "a", Arrays.copyOf(good, good.length + 3));
      kafka.send(topic, "a", ByteBuffer.allocate(9).put((byte) 0).putInt(987_654).array());
      kafka.send(topic, "a", good);

      ListeningService service = start(topic, realRegistry());

      awaitReceived(service, "req_1");
      awaitCommitted(topic, 4);
      assertThat(kafka.read(topic + "-dlt")).hasSize(3);
    }

    @Test
    void setsAsideARecordThatFillsItsTopicsLimit() throws Exception {
      String topic = kafka.newTopic();
      byte[] largest = new byte[1_048_576 - 100]; // Kafka's producers send 1 MiB by default.
      largest[0] = 1;
      kafka.send(topic, "a", largest);
      kafka.send(topic, "a", charge("req_1"));

      ListeningService service = start(topic, realRegistry());

      awaitReceived(service, "req_1");
      assertThat(kafka.read(topic + "-dlt").getFirst().value()).isEqualTo(largest);
    }

    @Test
    void deliversAgainUntilTheListenerSucceedsAndSkipsNothing() throws Exception {
      String topic = kafka.newTopic();
      for (int i = 1; i <= 5; i++) {
        kafka.send(topic, "cust_1", charge("req_" + i));
      }
      AtomicInteger refusals = new AtomicInteger(12);

      ListeningService service =
          start(
              topic,
              realRegistry(),
              delivered -> {
                if (delivered.value().getRequestId().equals("req_3")
                    && refusals.getAndDecrement() > 0) {
                  throw new IllegalStateException("the store is away");
                }
              });

      awaitReceived(service, "req_1", "req_2", "req_3", "req_4", "req_5");
      assertThat(refusals).hasValueLessThanOrEqualTo(0);
      awaitCommitted(topic, 5);
      assertThat(kafka.read(topic + "-dlt")).isEmpty();
    }

    @Test
    void neverCommitsWhatTheListenerHasNotFinished() throws Exception {
      String topic = kafka.newTopic();
      kafka.send(topic, "cust_1", charge("req_1"));
      AtomicInteger deliveries = new AtomicInteger();

      start(
          topic,
          realRegistry(),
          _ -> {
            deliveries.incrementAndGet();
            throw new ClassCastException("a bug, which Spring would skip by default");
          });

      await().atMost(SOON).until(() -> deliveries.get() >= 5);
      assertThat(kafka.committed(group, topic)).isZero();
    }

    @Test
    void commitsNothingWhileTheDeadLetterTopicTakesNothing() throws Exception {
      String topic = kafka.newTopicWithoutDeadLetters();
      kafka.send(topic, "a", "broken".getBytes(UTF_8));
      kafka.send(topic, "a", charge("req_1"));

      ListeningService service =
          start(topic, with(realRegistry(), "offsession.kafka.max-block", "500ms"));

      await()
          .during(Duration.ofSeconds(3))
          .atMost(SOON)
          .until(() -> kafka.committed(group, topic) == 0);
      assertThat(service.inbox().received).isEmpty();
      kafka.create(topic + "-dlt", Map.of());
      awaitReceived(service, "req_1");
      awaitCommitted(topic, 2);
      assertThat(kafka.read(topic + "-dlt")).hasSize(1);
    }

    @Test
    void keepsGoodRecordsWhileTheRegistryIsDown() throws Exception {
      try (StubRegistry registry = new StubRegistry()) {
        String topic = kafka.newTopic();
        byte[] good = charge("req_1");
        registry.know(ByteBuffer.wrap(good).getInt(1), "any", ChargeRequested.getClassSchema());
        registry.answer(503, "");
        kafka.send(topic, "a", good);

        ListeningService service =
            start(
                topic,
                Map.of(
                    "offsession.kafka.bootstrap-servers", kafka.bootstrapServers(),
                    "offsession.schema-registry.url", registry.url(),
                    "offsession.schema-registry.retry-for", "200ms"));

        await().atMost(SOON).until(() -> registry.requests() > 10);
        assertThat(kafka.committed(group, topic)).isZero();
        registry.answer(401, "{\"error_code\":401,\"message\":\"wrong password\"}");
        await().pollDelay(Duration.ofSeconds(1)).atMost(SOON).until(() -> registry.requests() > 15);
        assertThat(kafka.committed(group, topic)).isZero();
        registry.heal();

        awaitReceived(service, "req_1");
        awaitCommitted(topic, 1);
        assertThat(kafka.read(topic + "-dlt")).isEmpty();
      }
    }

    private ListeningService start(String topic, Map<String, String> settings) {
      return start(topic, settings, _ -> {});
    }

    private ListeningService start(
        String topic, Map<String, String> settings, ListeningService.Reaction reaction) {
      running = listen(topic, settings);
      running.inbox().reaction = reaction;
      return running;
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class ByRecord extends Promises {
    @Override
    ListeningService listen(String topic, Map<String, String> settings) {
      return ListeningService.byRecord(topic, group, settings);
    }

    @Test
    void worksInTheTraceOfTheRecord() throws Exception {
      String topic = kafka.newTopic();
      String trace = TraceParent.create().value();
      var message = new ProducerRecord<>(topic, "a".getBytes(UTF_8), charge("req_1"));
      message.headers().add(TraceParent.HEADER, trace.getBytes(UTF_8));
      kafka.send(message);

      running = listen(topic, realRegistry());

      awaitReceived(running, "req_1");
      assertThat(running.inbox().traces).containsExactly(trace);
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class ByBatch extends Promises {
    @Override
    ListeningService listen(String topic, Map<String, String> settings) {
      return ListeningService.byBatch(topic, group, settings);
    }

    @Test
    void setsABadRecordAsideOnceHoweverOftenItsBatchIsDelivered() throws Exception {
      String topic = kafka.newTopic();
      kafka.send(topic, "a", "broken".getBytes(UTF_8));
      kafka.send(topic, "a", charge("req_1"));
      AtomicInteger refusals = new AtomicInteger(5);

      running = listen(topic, realRegistry());
      running.inbox().reaction =
          _ -> {
            if (refusals.getAndDecrement() > 0) {
              throw new IllegalStateException("not now");
            }
          };

      awaitReceived(running, "req_1");
      assertThat(kafka.read(topic + "-dlt")).hasSize(1);
    }
  }

  private byte[] charge(String requestId) {
    return kafka.bytes(Topic.CHARGE_REQUESTED, Examples.chargeRequested(requestId));
  }

  private Map<String, String> realRegistry() {
    return Map.of(
        "offsession.kafka.bootstrap-servers", kafka.bootstrapServers(),
        "offsession.schema-registry.url", RealParts.current().registryUrl());
  }

  private static Map<String, String> with(Map<String, String> settings, String name, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(name, value);
    return more;
  }

  /** At least once and nothing skipped: every id came, and the last of each in order. */
  private static void awaitReceived(ListeningService service, String... requestIds) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(service.inbox().requestIds()).containsSubsequence(requestIds));
  }

  private void awaitCommitted(String topic, long offset) {
    await().atMost(SOON).until(() -> kafka.committed(group, topic) == offset);
  }

  private static String header(ConsumerRecord<?, ?> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    assertThat(header).as(name).isNotNull();
    return new String(header.value(), UTF_8);
  }
}
