package dev.offsession.localstack.client;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.platform.avro.ConfluentAvroSerializer;
import dev.offsession.schemas.ChargeCancellationRequested;
import dev.offsession.schemas.ChargeRequested;
import dev.offsession.schemas.topics.Topic;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Publishes what a merchant's systems publish: real Avro on the real topics. */
public final class Upstream implements AutoCloseable {
  private final KafkaProducer<String, SpecificRecord> producer;

  /** Publishes to the broker at these addresses. */
  public Upstream(Addresses addresses) {
    ConfluentAvroSerializer values = new ConfluentAvroSerializer();
    values.configure(Map.of("schema.registry.url", addresses.registry()), false);
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            addresses.kafka(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            15_000);
    producer = new KafkaProducer<>(settings, new StringSerializer(), values);
  }

  /** Asks for a charge and waits until the broker has the request. */
  public void publish(ChargeRequested request) {
    send(Topic.CHARGE_REQUESTED, request.getCustomerReference(), request);
  }

  /** Asks for a charge; what it returns completes when the broker has the request, or fails. */
  public CompletableFuture<Void> publishLater(ChargeRequested request) {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    Future<RecordMetadata> _ =
        producer.send(
            new ProducerRecord<>(
                Topic.CHARGE_REQUESTED.topicName(), request.getCustomerReference(), request),
            (_, failure) -> finish(taken, failure));
    return taken;
  }

  private static void finish(CompletableFuture<Void> taken, @Nullable Exception failure) {
    if (failure == null) {
      taken.complete(null);
    } else {
      taken.completeExceptionally(failure);
    }
  }

  /** Withdraws a charge and waits until the broker has the request. */
  public void publish(ChargeCancellationRequested request) {
    send(Topic.CHARGE_CANCELLATION_REQUESTED, request.getRequestId(), request);
  }

  private void send(Topic topic, String key, SpecificRecord value) {
    try {
      producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
    } catch (ExecutionException e) {
      throw new StackCallException("The broker did not take a record for " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackCallException("Interrupted while publishing", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
