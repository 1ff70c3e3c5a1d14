package dev.offsession.platform.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.topics.Topic;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ConfluentSerdeTest {

  private static final String TOPIC = "charge-requested";
  private static final String SUBJECT = "charge-requested-value";
  private static final int ID = 7;

  private final StubRegistry registry = new StubRegistry();
  private final ConfluentAvroSerializer serializer = new ConfluentAvroSerializer();
  private final ConfluentAvroDeserializer deserializer = new ConfluentAvroDeserializer();
  private final ChargeRequested charge = Examples.chargeRequested("req_1");

  @BeforeEach
  void configure() {
    configure(Duration.ofMillis(400));
    registry.know(ID, SUBJECT, ChargeRequested.getClassSchema());
  }

  private void configure(Duration retryFor) {
    Map<String, Object> configs = new HashMap<>();
    configs.put(RegistrySettings.URL, registry.url() + "/");
    configs.put(RegistrySettings.REQUEST_TIMEOUT_MS, "2000");
    configs.put(RegistrySettings.RETRY_FOR_MS, retryFor.toMillis());
    serializer.configure(configs, false);
    deserializer.configure(configs, false);
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @ParameterizedTest
  @EnumSource
  void readsBackWhatItWrote(Topic topic) {
    registry.know(ID, topic.subject(), topic.schema());

    byte[] bytes = serializer.serialize(topic.topicName(), Examples.of(topic));

    assertThat(deserializer.deserialize(topic.topicName(), bytes)).isEqualTo(Examples.of(topic));
  }

  @Test
  void leavesNullAlone() {
    assertThat(serializer.serialize(TOPIC, null)).isNull();
    assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    assertThat(registry.requests()).isZero();
  }

  @Nested
  class AfterTheSchemaEvolved {

    private final Schema newer = evolved();

    @Test
    void stampsTheIdOfItsOwnSchemaAndNotOfTheLatest() {
      registry.know(1, "charge-events-value", ChargeEvent.getClassSchema());
      registry.know(2, "charge-events-value", newer);

      byte[] bytes = serializer.serialize("charge-events", Examples.of(Topic.CHARGE_EVENTS));

      assertThat(bytes).startsWith(0, 0, 0, 0, 1);
    }

    @Test
    void readsANewerRecordWithItsOwnEyes() throws Exception {
      registry.know(2, "charge-events-value", newer);

      SpecificRecord read = deserializer.deserialize("charge-events", newerRecord());

      assertThat(read)
          .isInstanceOfSatisfying(
              ChargeEvent.class,
              event -> {
                assertThat(event.getRequestId()).isEqualTo("req_9");
                assertThat(event.getAmountMinor()).isEqualTo(500);
                assertThat(event.getType()).isEqualTo(ChargeEventType.UNKNOWN);
              });
    }

    /** A field in the middle and another enum symbol. */
    private static Schema evolved() {
      String text =
          SourceText.of(ChargeEvent.getClassSchema())
              .replace("\"CONFLICTING_DUPLICATE\"]", "\"CONFLICTING_DUPLICATE\",\"REFUNDED\"]")
              .replace(
                  "{\"name\":\"currency\"",
                  "{\"name\":\"tax_minor\",\"type\":\"long\",\"default\":0},{\"name\":\"currency\"");
      return new Schema.Parser().parse(text);
    }

    private byte[] newerRecord() throws Exception {
      var event = new GenericData.Record(newer);
      newer.getFields().stream()
          .filter(Schema.Field::hasDefaultValue)
          .forEach(f -> event.put(f.name(), GenericData.get().getDefaultValue(f)));
      event.put("event_id", "req_9#1");
      event.put("request_id", "req_9");
      event.put("customer_reference", "cust_1");
      event.put("sequence", 1L);
      event.put("occurred_at", 0L);
      event.put("amount_minor", 500L);
      event.put("tax_minor", 50L);
      event.put("currency", "eur");
      Schema type = newer.getField("type").schema();
      event.put("type", new GenericData.EnumSymbol(type, "REFUNDED"));
      var out = new ByteArrayOutputStream();
      out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(2).array());
      var encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<>(newer).write(event, encoder);
      encoder.flush();
      return out.toByteArray();
    }
  }

  @Nested
  class OfBytesThatCannotBeRead {

    @ParameterizedTest
    @ValueSource(
        strings = {"", "00", "0000000007", "01000000070c", "7b226964223a317d", "00ffffffff00"})
    void saysSo(String hex) {
      byte[] bytes = HexFormat.of().parseHex(hex);

      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
          .isInstanceOf(SerializationException.class)
          .isNotInstanceOf(UnavailableException.class);
    }

    @Test
    void refusesEveryTruncationAndEveryLeftOver() {
      byte[] good = write();

      for (int length = 0; length < good.length; length++) {
        assertRefused(Arrays.copyOf(good, length));
      }
      assertRefused(Arrays.copyOf(good, good.length + 1));
      assertThat(deserializer.deserialize(TOPIC, good)).as("the next good one").isEqualTo(charge);
    }

    @Test
    void refusesASchemaWithoutAClassOfOurs() {
      registry.know(
          9,
          "x",
          new Schema.Parser()
              .parse("{\"type\":\"record\",\"name\":\"java.lang.ProcessBuilder\",\"fields\":[]}"));

      assertRefused(ByteBuffer.allocate(5).put((byte) 0).putInt(9).array());
    }

    private void assertRefused(byte[] bytes) {
      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
          .isInstanceOf(SerializationException.class);
    }
  }

  @Nested
  class WhenTheRegistryFails {

    @Test
    void asksAgainUntilItAnswers() {
      configure(Duration.ofSeconds(10));
      registry.answerNext(3, 503);

      assertThat(write()).startsWith(0, 0, 0, 0, ID);
      assertThat(registry.requests()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void givesUpInTimeAndSaysItIsTheRegistry(int status) {
      registry.answer(status, "");

      assertThatThrownBy(ConfluentSerdeTest.this::write)
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("HTTP " + status);
      assertThat(registry.requests()).isGreaterThan(1);
    }

    @Test
    void givesUpOnASlowOne() {
      registry.delay(Duration.ofSeconds(5));

      assertThatThrownBy(ConfluentSerdeTest.this::write).isInstanceOf(UnavailableException.class);
    }

    @Test
    void givesUpOnOneThatIsGone() {
      registry.close();

      assertThatThrownBy(ConfluentSerdeTest.this::write).isInstanceOf(UnavailableException.class);
      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 7, 0}))
          .isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422})
    void takesARefusalToWriteAtItsFirstWord(int status) {
      registry.answer(status, "{\"error_code\":40401,\"message\":\"Subject not found\"}");

      assertThatThrownBy(ConfluentSerdeTest.this::write)
          .isInstanceOf(SerializationException.class)
          .isNotInstanceOf(UnavailableException.class)
          .hasMessageContaining("HTTP " + status + " 40401 Subject not found");
      assertThat(registry.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 403, 404, 422})
    void blamesNoRecordForARefusalThatIsNotAboutIt(int status) {
      registry.answer(status, "<html>proxy</html>");

      assertThatThrownBy(() -> deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 7, 0}))
          .isInstanceOf(UnavailableException.class);
    }

    @Test
    void needsItNoMoreOnceItKnowsTheSchema() {
      byte[] bytes = write();
      deserializer.deserialize(TOPIC, bytes);
      int before = registry.requests();
      registry.close();

      for (int i = 0; i < 1_000; i++) {
        assertThat(deserializer.deserialize(TOPIC, write())).isEqualTo(charge);
      }

      assertThat(registry.requests()).isEqualTo(before);
    }

    @Test
    void remembersNoFailure() {
      registry.answer(500, "");
      assertThatThrownBy(ConfluentSerdeTest.this::write).isInstanceOf(UnavailableException.class);
      registry.heal();

      assertThat(write()).startsWith(0, 0, 0, 0, ID);
    }

    @Test
    void stopsAtAnInterrupt() throws Exception {
      configure(Duration.ofSeconds(30));
      registry.answer(503, "");
      Throwable[] thrown = new Throwable[1];
      boolean[] flag = new boolean[1];
      Thread asking =
          Thread.ofPlatform()
              .start(() -> {
                thrown[0] = catchThrowable(ConfluentSerdeTest.this::write);
                flag[0] = Thread.currentThread().isInterrupted();
              });

      Thread.sleep(Duration.ofMillis(200));
      asking.interrupt();
      asking.join(Duration.ofSeconds(5));

      assertThat(thrown[0]).isInstanceOf(InterruptException.class);
      assertThat(flag[0]).isTrue();
    }
  }

  @Nested
  class ForManyThreadsAtOnce {

    @Test
    void asksOnce() throws Exception {
      registry.delay(Duration.ofMillis(100));

      List<byte[]> written = inFiftyThreads(ConfluentSerdeTest.this::write);
      assertThat(registry.requests()).isEqualTo(1);

      List<Object> read = inFiftyThreads(() -> deserializer.deserialize(TOPIC, written.getFirst()));
      assertThat(registry.requests()).isEqualTo(2);
      assertThat(read).hasSize(50).containsOnly(charge);
    }

    @Test
    void waitsForAnOutageOnceAndNotOneAfterAnother() throws Exception {
      configure(Duration.ofSeconds(1));
      registry.answer(500, "");
      long started = System.nanoTime();

      List<Throwable> thrown = inFiftyThreads(() -> catchThrowable(ConfluentSerdeTest.this::write));

      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
      assertThat(thrown).hasSize(50).hasOnlyElementsOfType(UnavailableException.class);
    }

    private static <T> List<T> inFiftyThreads(Callable<? extends T> work) throws Exception {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Callable<T>> calls =
            IntStream.range(0, 50).<Callable<T>>mapToObj(_ -> work::call).toList();
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(calls)) {
          results.add(future.get());
        }
        return results;
      }
    }
  }

  private byte[] write() {
    byte[] bytes = serializer.serialize(TOPIC, charge);
    assertThat(bytes).isNotNull();
    return bytes == null ? new byte[0] : bytes;
  }
}
