package dev.offsession.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offsession.platform.avro.Examples;
import dev.offsession.schemas.topics.Topic;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordDecoderTest {

  @ParameterizedTest
  @EnumSource
  void handsOnTheTopicsRecordUnderTheSameKeyAndOffset(Topic topic) {
    SpecificRecord value = Examples.of(topic);

    ConsumerRecord<Object, Object> decoded = decode(topic.topicName(), value);

    assertThat(decoded.value()).isSameAs(value);
    assertThat(decoded.key()).isEqualTo("鍵");
    assertThat(decoded.partition()).isEqualTo(3);
    assertThat(decoded.offset()).isEqualTo(42);
  }

  @ParameterizedTest
  @EnumSource
  void callsTheRecordOfAnotherTopicUnreadable(Topic topic) {
    Topic other = topic == Topic.CHARGE_EVENTS ? Topic.PROMPT_EVENTS : Topic.CHARGE_EVENTS;

    assertThatThrownBy(() -> decode(topic.topicName(), Examples.of(other)))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("%s does not carry %s", topic.topicName(), other.schema().getFullName());
  }

  @ParameterizedTest
  @EnumSource(names = "PAYMENT_METHOD_EVENTS", mode = EnumSource.Mode.EXCLUDE)
  void callsARecordWithoutValueUnreadable(Topic topic) {
    assertThatThrownBy(() -> decode(topic.topicName(), null))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("A record on %s has no value", topic.topicName());
  }

  @Test
  void handsOnTombstonesOfACompactedTopic() {
    assertThat(decode("payment-method-events", null).value()).isNull();
  }

  @Test
  void keepsARecordWhoseRegistryIsAwayWhateverTheSerializerCallsIt() {
    var failure = new SerializationException("Confluent's words", new ConnectException("refused"));

    assertThatThrownBy(() -> new RecordDecoder(throwing(failure)).decode(raw("charge-events")))
        .isSameAs(failure);
  }

  private static ConsumerRecord<Object, Object> decode(
      String topic, @Nullable SpecificRecord value) {
    return new RecordDecoder((_, _) -> value).decode(raw(topic));
  }

  private static Deserializer<SpecificRecord> throwing(RuntimeException failure) {
    return (_, _) -> {
      throw failure;
    };
  }

  private static ConsumerRecord<byte[], byte[]> raw(String topic) {
    return new ConsumerRecord<>(topic, 3, 42, "鍵".getBytes(StandardCharsets.UTF_8), new byte[] {1});
  }
}
