package dev.offsession.localstack.dlt;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that nobody could read, as it waits.
 *
 * @param raw key, bytes and headers, untouched
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> raw) {
  private static final String PREFIX = "dlt_";
  private static final String SUFFIX = "-dlt";

  /** The dead letter topic. */
  public String topic() {
    return raw.topic();
  }

  /** Where it waits: topic, partition and offset in one word. */
  public String place() {
    return "%s-%d@%d".formatted(raw.topic(), raw.partition(), raw.offset());
  }

  /** When it was put there, UTC. */
  public Instant at() {
    return Instant.ofEpochMilli(raw.timestamp());
  }

  /** The topic that it came from and goes back to. */
  public String sourceTopic() {
    return header("dlt_original_topic").orElseGet(this::nameWithoutSuffix);
  }

  private String nameWithoutSuffix() {
    String name = raw.topic();
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  /** Where it stood there. */
  public String source() {
    return "%s-%s@%s"
        .formatted(
            sourceTopic(),
            header("dlt_original_partition").orElse("?"),
            header("dlt_original_offset").orElse("?"));
  }

  /** What was wrong with it. */
  public String reason() {
    return header("dlt_error").orElse("no reason given");
  }

  /** Headers that it had before it came here. */
  public List<Header> originalHeaders() {
    return headers().stream().filter(header -> !header.key().startsWith(PREFIX)).toList();
  }

  /** All headers. */
  public List<Header> headers() {
    return StreamSupport.stream(raw.headers().spliterator(), false).toList();
  }

  /** Its bytes; none for a tombstone. */
  public byte[] bytes() {
    return Objects.requireNonNullElse(raw.value(), new byte[0]);
  }

  private Optional<String> header(String name) {
    return Optional.ofNullable(raw.headers().lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
