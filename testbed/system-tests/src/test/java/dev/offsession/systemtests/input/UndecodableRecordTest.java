package dev.offsession.systemtests.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.systemtests.foreign.ForeignConsumer;
import dev.offsession.systemtests.stack.Merchant;
import dev.offsession.systemtests.stack.WithStack;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that nobody can read wait whole on the dead letter topic, and the partition goes on. */
@ExtendWith(WithStack.class)
class UndecodableRecordTest {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  /** Text, a known frame with rubbish in it, an unknown schema id, and next to nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"7b7d", "0000000001ffffffffff", "007fffffff0102", "00"})
  void goesToTheDeadLetterTopicWithBytesAndHeaders(String hex, Merchant merchant) throws Exception {
    String customer = merchant.aCustomer("en");
    byte[] bytes = HexFormat.of().parseHex(hex);
    var message = new ProducerRecord<>("charge-requested", customer, bytes);
    message.headers().add("upstream-trace", ("kept-" + customer).getBytes(UTF_8));

    merchant.producer().send(message);

    var dead = awaitDeadLetter(merchant, customer);
    assertThat(dead.value()).isEqualTo(bytes);
    assertThat(new String(dead.headers().lastHeader("upstream-trace").value(), UTF_8))
        .isEqualTo("kept-" + customer);
    assertThat(dead.headers().toArray()).as("says why it is here").hasSizeGreaterThan(1);
    String next = merchant.requestCharge(customer, request -> request.set("amount_minor", 0L));
    merchant.events().await(next, "REJECTED");
  }

  private static ConsumerRecord<byte[], byte[]> awaitDeadLetter(Merchant merchant, String key) {
    try (var letters =
        new ForeignConsumer(
            merchant.stack().kafka(),
            merchant.stack().registry(),
            List.of("charge-requested-dlt"))) {
      return Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> withKey(letters.poll(), key), found -> found != null);
    }
  }

  private static @Nullable ConsumerRecord<byte[], byte[]> withKey(
      List<ConsumerRecord<byte[], byte[]>> records, String key) {
    return records.stream()
        .filter(message -> new String(message.key(), UTF_8).equals(key))
        .findFirst()
        .orElse(null);
  }
}
