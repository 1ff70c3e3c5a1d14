package dev.offsession.localstack.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters back to the topic they came from: the same key, bytes and headers, and one
 * header more that says which letter it was. That header is the note of what was replayed: it is
 * looked for before anything is sent, so that asking twice sends once.
 */
public final class Replays implements AutoCloseable {
  /** Header of a replayed record: the letter's place. */
  public static final String NOTE = "dlt_replayed_from";

  private final DeadLetters letters;
  private final KafkaProducer<byte[], byte[]> producer;

  /** Sends to this Kafka. */
  public Replays(String bootstrapServers) {
    letters = new DeadLetters(bootstrapServers);
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                15_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** The places of those letters that have gone back before. */
  public Set<String> alreadyReplayed(List<DeadLetter> asked) {
    Set<String> notes = new HashSet<>();
    asked.stream()
        .map(DeadLetter::sourceTopic)
        .distinct()
        .forEach(topic -> addNotes(topic, asked, notes));
    return notes;
  }

  private void addNotes(String topic, List<DeadLetter> asked, Set<String> notes) {
    var oldest =
        asked.stream()
            .filter(letter -> letter.sourceTopic().equals(topic))
            .map(DeadLetter::at)
            .min(Comparator.naturalOrder())
            .orElseThrow();
    letters.readFrom(
        topic,
        oldest,
        record -> record.headers().headers(NOTE).forEach(note -> notes.add(text(note))));
  }

  /**
   * Sends one letter back and waits until all in-sync replicas have it.
   *
   * @return where it stands now: topic, partition and offset
   */
  public String replay(DeadLetter letter) {
    var record =
        new ProducerRecord<>(letter.sourceTopic(), letter.raw().key(), letter.raw().value());
    letter.originalHeaders().forEach(record.headers()::add);
    record.headers().add(NOTE, letter.place().getBytes(UTF_8));
    try {
      var sent = producer.send(record).get();
      return "%s-%d@%d".formatted(sent.topic(), sent.partition(), sent.offset());
    } catch (ExecutionException e) {
      throw new IllegalStateException(letter.sourceTopic() + " took nothing", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending " + letter.place(), e);
    }
  }

  private static String text(Header header) {
    return new String(header.value(), UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    letters.close();
  }
}
