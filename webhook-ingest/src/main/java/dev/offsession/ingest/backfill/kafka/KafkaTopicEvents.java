package dev.offsession.ingest.backfill.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.KnownEvents;
import dev.offsession.ingest.backfill.domain.Slice;
import dev.offsession.ingest.backfill.domain.TopicEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code stripe-events} from about the beginning of a slice to its end. An event's id and
 * creation time stand in the record's CloudEvents headers, so no payload is decoded or kept.
 */
final class KafkaTopicEvents implements TopicEvents {

  /** How far our clock may be behind Stripe's when an event is published. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  /** The newest record of a partition need not be its newest event. */
  private static final long LAST_RECORDS = 50;

  private static final Duration POLL = Duration.ofMillis(200);

  /** A broker that is away must not hold a pass for ever. */
  private static final Duration SILENCE_MAX = Duration.ofSeconds(30);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final KnownEvents known;
  private final Clock clock;
  private @Nullable Slice covered;

  KafkaTopicEvents(
      Consumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      int knownEventsMax,
      Clock clock) {
    this.consumer = consumer;
    this.partitions = partitions;
    this.known = new KnownEvents(knownEventsMax);
    this.clock = clock;
    consumer.assign(partitions);
  }

  @Override
  public Optional<Instant> newest() {
    return asking(() -> {
      covered = null;
      Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      ends.forEach(
          (p, end) -> consumer.seek(p, Math.max(starts.getOrDefault(p, 0L), end - LAST_RECORDS)));
      var newest = new Newest();
      readUntil(ends, newest);
      return Optional.ofNullable(newest.created);
    });
  }

  @Override
  public boolean catchUp(Slice slice) {
    return asking(() -> {
      if (covered == null || !covered.covers(slice)) {
        seek(slice.from());
        known.clear();
        covered = slice;
      }
      Slice wanted = covered;
      boolean fits = readUntil(consumer.endOffsets(partitions), r -> remember(r, wanted));
      if (!fits) {
        covered = null;
      }
      return fits;
    });
  }

  @Override
  public boolean contains(String eventId) {
    return known.contains(eventId);
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Records are stamped when they are published, which is after the event was made. */
  private void seek(Instant from) {
    Instant now = clock.instant();
    long since = (from.isBefore(now) ? from : now).minus(SKEW).toEpochMilli();
    Map<TopicPartition, Long> times =
        partitions.stream().collect(Collectors.toMap(p -> p, _ -> since));
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    for (TopicPartition p : partitions) {
      OffsetAndTimestamp at = found.get(p);
      consumer.seek(p, at == null ? ends.getOrDefault(p, 0L) : at.offset());
    }
  }

  /** Until all partitions are read to these ends, or a record is refused. */
  private boolean readUntil(
      Map<TopicPartition, Long> ends, Predicate<ConsumerRecord<byte[], byte[]>> each) {
    Instant heard = clock.instant();
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      var records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        heard = clock.instant();
      } else if (Duration.between(heard, clock.instant()).compareTo(SILENCE_MAX) > 0) {
        throw new BackfillException("the topic cannot be read");
      }
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (!each.test(record)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean remember(ConsumerRecord<byte[], byte[]> record, Slice wanted) {
    String id = header(record, "ce_id");
    Instant created = created(record);
    return id == null || created == null || !wanted.holds(created) || known.add(id);
  }

  private static @Nullable Instant created(ConsumerRecord<byte[], byte[]> record) {
    String time = header(record, "ce_time");
    try {
      return time == null ? null : Instant.parse(time);
    } catch (DateTimeParseException _) {
      return null; // Not one of ours; somebody else writes to the topic.
    }
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw new BackfillException("the topic cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private static final class Newest implements Predicate<ConsumerRecord<byte[], byte[]>> {
    private @Nullable Instant created;

    @Override
    public boolean test(ConsumerRecord<byte[], byte[]> record) {
      Instant candidate = created(record);
      if (candidate != null && (created == null || candidate.isAfter(created))) {
        created = candidate;
      }
      return true;
    }
  }
}
