package dev.offsession.benchmarks.load;

import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.platform.avro.ConfluentAvroSerializer;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.CustomerPaymentMethods;
import dev.offsession.schemas.SavedPaymentMethod;
import dev.offsession.schemas.topics.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes charge requests as an upstream system would, and says which cards customers have. */
public final class Merchant implements AutoCloseable {
  /** Every charge is over this, in minor units of {@link #CURRENCY}. */
  public static final long AMOUNT = 1_200;

  /** Of every charge. */
  public static final String CURRENCY = "eur";

  private static final Integer ONE = 0;

  private final KafkaProducer<String, SpecificRecord> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /** Where requests go: the topic, and whether all go to one of its partitions. */
  public record Route(String topic, boolean onePartition) {
    /** To charge-worker, over all partitions by customer. */
    public static final Route ALL_PARTITIONS = new Route(Topic.CHARGE_REQUESTED.topicName(), false);

    /** To charge-worker, in one partition. */
    public static final Route ONE_PARTITION = new Route(Topic.CHARGE_REQUESTED.topicName(), true);
  }

  /** Publishes to this broker. */
  public Merchant(String bootstrapServers, String registry) {
    ConfluentAvroSerializer values = new ConfluentAvroSerializer();
    values.configure(Map.of("schema.registry.url", registry), false);
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                // Of several first requests to a topic made just now the broker may take the second
                // and refuse the first, which is then out of order for ever.
                ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                1),
            new StringSerializer(),
            // The subject of a baseline's topic is that of the real one: the records are the same.
            new SameSubject(values));
  }

  /** Tells charge-worker of all customers and their cards. */
  public void introduceCustomers(int count) {
    for (int i = 0; i < count; i++) {
      send(
          new ProducerRecord<>(
              Topic.PAYMENT_METHOD_EVENTS.topicName(), Customers.reference(i), cards(i)));
    }
    flush();
  }

  private static CustomerPaymentMethods cards(int customer) {
    SavedPaymentMethod card =
        SavedPaymentMethod.newBuilder()
            .setId(Customers.cardId(customer))
            .setBrand("visa")
            .setLast4("4242")
            .setExpMonth(12)
            .setExpYear(2035)
            .build();
    return CustomerPaymentMethods.newBuilder()
        .setCustomerReference(Customers.reference(customer))
        .setStripeCustomerId(Customers.stripeId(customer))
        .setDefaultPaymentMethodId(Customers.cardId(customer))
        .setMethods(List.of(card))
        .setChangedAt(now())
        .setVersion(1)
        .build();
  }

  /** Publishes a whole batch at once and waits until the broker has it. */
  public void publish(Batch batch, Route route) {
    for (int i = 0; i < batch.size(); i++) {
      publish(batch, i, i % Customers.COUNT, route, System.nanoTime());
    }
    flush();
  }

  /** Publishes a batch at equal distances, and waits until the broker has all of it. */
  public void publishAt(double perSecond, Batch batch, Route route) {
    long start = System.nanoTime();
    for (int i = 0; i < batch.size(); i++) {
      long intended = start + (long) (i * 1e9 / perSecond);
      Wait.until(intended);
      publish(batch, i, i % Customers.COUNT, route, intended);
    }
    flush();
  }

  /** Publishes one request. */
  public void publish(Batch batch, int number, int customer, Route route, long intendedNanos) {
    ChargeRequested request =
        ChargeRequested.newBuilder()
            .setRequestId(batch.id(number))
            .setCustomerReference(Customers.reference(customer))
            .setAmountMinor(AMOUNT)
            .setCurrency(CURRENCY)
            .setRequestedAt(now())
            .build();
    send(
        new ProducerRecord<>(
            route.topic(),
            route.onePartition() ? ONE : null,
            Customers.reference(customer),
            request));
    batch.sent(number, intendedNanos);
  }

  private void send(ProducerRecord<String, SpecificRecord> record) {
    var _ =
        producer.send(
            record,
            (_, error) -> {
              if (error != null) {
                failure.set(error);
              }
            });
  }

  /** Waits until the broker has everything. */
  public void flush() {
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("The broker did not take a request", failed);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    producer.close();
  }
}
