package dev.offsession.benchmarks.load;

import dev.offsession.benchmarks.measure.Latencies;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.platform.avro.ConfluentAvroSerializer;
import dev.offsession.schemas.AuthenticationDetail;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import dev.offsession.schemas.ChargedCard;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes that charges need their customer, and watches for the mail about each. */
public final class Needs implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("/pay/(need\\.[\\w.]+)");
  private static final String RUN = Long.toString(System.currentTimeMillis(), 36);

  private final KafkaProducer<String, SpecificRecord> producer;
  private final Map<String, Long> wanted = new ConcurrentHashMap<>();
  private final Map<String, Long> came = new ConcurrentHashMap<>();
  private final AtomicInteger twice = new AtomicInteger();

  /** Publishes to this broker. */
  public Needs(String bootstrapServers, String registry) {
    ConfluentAvroSerializer values = new ConfluentAvroSerializer();
    values.configure(Map.of("schema.registry.url", registry), false);
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            new StringSerializer(),
            values);
  }

  /**
   * Publishes that so many charges need their customer, and forgets the ones before.
   *
   * @param perSecond at equal distances; 0 for all at once
   */
  public void publish(String what, double perSecond, int count) {
    wanted.clear();
    came.clear();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long intended = perSecond == 0 ? System.nanoTime() : start + (long) (i * 1e9 / perSecond);
      Wait.until(intended);
      String id = "need.%s.%s.%d".formatted(what, RUN, i);
      wanted.put(id, intended);
      var _ = producer.send(new ProducerRecord<>(Topic.CHARGE_EVENTS.topicName(), id, event(id)));
    }
    producer.flush();
  }

  /** A mail was accepted. Links in mails may be broken over lines by the encoding. */
  public void accepted(String message) {
    Matcher link = LINK.matcher(message.replace("=\n", ""));
    boolean ours = link.find() && wanted.containsKey(link.group(1));
    if (ours && came.putIfAbsent(link.group(1), System.nanoTime()) != null) {
      twice.incrementAndGet();
    }
  }

  /** Waits until there was a mail about each. */
  public boolean awaitAll(Duration limit) {
    return Wait.until(() -> came.keySet().containsAll(wanted.keySet()), limit);
  }

  /** How many were published. */
  public int count() {
    return wanted.size();
  }

  /** How many mails came. */
  public int acceptedCount() {
    return came.size();
  }

  /** How many mails came a second time. */
  public int twice() {
    return twice.get();
  }

  /** From the first need to the last mail. */
  public double acceptedPerSecond() {
    long first = wanted.values().stream().mapToLong(Long::longValue).min().orElse(0);
    long last = came.values().stream().mapToLong(Long::longValue).max().orElse(0);
    return came.size() * 1e9 / (last - first);
  }

  /** From the moment at which each need was meant to be published to its mail. */
  public Latencies latencies() {
    Latencies latencies = new Latencies();
    wanted.forEach((id, at) -> {
      Long accepted = came.get(id);
      if (accepted != null) {
        latencies.record(accepted - at);
      }
    });
    return latencies;
  }

  private static ChargeEvent event(String id) {
    return ChargeEvent.newBuilder()
        .setEventId(id + "#2")
        .setRequestId(id)
        .setCustomerReference("bench-1")
        .setPaymentIntentId("pi_3PgafmB7WZ01zgkW0dKueIc5")
        .setSequence(2)
        .setOccurredAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .setAmountMinor(Merchant.AMOUNT)
        .setCurrency(Merchant.CURRENCY)
        .setExpiresAt(Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS))
        .setType(ChargeEventType.AUTHENTICATION_REQUIRED)
        .setCard(new ChargedCard("pm_bench_1", "visa", "4242"))
        .setAuthentication(new AuthenticationDetail("pm_bench_1"))
        .build();
  }

  @Override
  public void close() {
    producer.close();
  }
}
