package dev.offsession.localstack.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.parts.SharedParts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real broker. */
class DeadLettersIT {
  private static final byte[] BROKEN = {7, 1, 2, 3, 'o', 'h'};

  private final String kafka = SharedParts.kafka().bootstrapServers();
  private final String source = "orders-" + System.nanoTime();
  private final DeadLetters letters = new DeadLetters(kafka);
  private final Replays replays = new Replays(kafka);

  @BeforeEach
  void twoTopics() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(source, 2, (short) 1), new NewTopic(source + "-dlt", 2, (short) 1)))
          .all()
          .get();
    }
  }

  @AfterEach
  void close() {
    letters.close();
    replays.close();
  }

  @Test
  void aLetterSaysWhereItCameFromAndWhy() throws Exception {
    aLetterArrives();

    DeadLetter letter = onlyLetter();
    assertThat(letter.source()).isEqualTo(source + "-1@42");
    assertThat(letter.reason()).isEqualTo("Unknown magic byte");
    assertThat(letters.topics()).contains(source + "-dlt");
  }

  @Test
  void aReplayCarriesTheSameKeyBytesAndHeaders() throws Exception {
    aLetterArrives();

    replays.replay(onlyLetter());

    ConsumerRecord<byte[], byte[]> back = onSource().getFirst();
    assertThat(back.key()).isEqualTo("ann".getBytes(UTF_8));
    assertThat(back.value()).isEqualTo(BROKEN);
    assertThat(back.headers().lastHeader("ce_id").value()).isEqualTo("1".getBytes(UTF_8));
    assertThat(back.headers().lastHeader("dlt_error")).isNull();
  }

  @Test
  void whatWasReplayedIsKnown() throws Exception {
    aLetterArrives();
    assertThat(replays.alreadyReplayed(letters.on(source + "-dlt"))).isEmpty();

    replays.replay(onlyLetter());

    assertThat(replays.alreadyReplayed(letters.on(source + "-dlt")))
        .containsExactly(onlyLetter().place());
  }

  @Test
  void anEmptyTopicHasNoLetters() {
    assertThat(letters.on(source + "-dlt")).isEmpty();
  }

  @Test
  void bytesAreShownAsHexAndText() {
    assertThat(LetterText.hex(BROKEN).getFirst()).contains("07 01 02 03 6f 68", "|....oh|");
  }

  private DeadLetter onlyLetter() {
    List<DeadLetter> all = letters.on(source + "-dlt");
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private List<ConsumerRecord<byte[], byte[]>> onSource() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    letters.readFrom(source, Instant.EPOCH, records::add);
    return records;
  }

  private void aLetterArrives() throws Exception {
    var letter = new ProducerRecord<>(source + "-dlt", "ann".getBytes(UTF_8), BROKEN);
    letter.headers().add("ce_id", "1".getBytes(UTF_8));
    letter.headers().add("dlt_original_topic", source.getBytes(UTF_8));
    letter.headers().add("dlt_original_partition", "1".getBytes(UTF_8));
    letter.headers().add("dlt_original_offset", "42".getBytes(UTF_8));
    letter.headers().add("dlt_error", "Unknown magic byte".getBytes(UTF_8));
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(letter).get();
    }
  }
}
