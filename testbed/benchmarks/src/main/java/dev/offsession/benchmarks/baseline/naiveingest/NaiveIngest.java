package dev.offsession.benchmarks.baseline.naiveingest;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import dev.offsession.benchmarks.baseline.Baselines;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A webhook endpoint as Stripe's own documentation shows it, with what most people add: verify with
 * the SDK, drop duplicates by an insert with the event's id, publish, wait for Kafka, answer.
 */
@SpringBootApplication
@RestController
public class NaiveIngest {
  /** Where the events go. */
  public static final String TOPIC = "bench-naive-ingest";

  private final MongoTemplate mongo;
  private final KafkaTemplate<String, String> kafka;
  private final String secret;

  record SeenEvent(@Id String id, Instant seenAt) {}

  NaiveIngest(
      MongoTemplate mongo,
      KafkaTemplate<String, String> kafka,
      @Value("${bench.webhook-secret}") String secret) {
    this.mongo = mongo;
    this.kafka = kafka;
    this.secret = secret;
  }

  /** Starts it; the settings come as arguments. */
  public static void main(String[] args) {
    Baselines.servlet(NaiveIngest.class).properties("spring.kafka.producer.acks=all").run(args);
  }

  @PostMapping("/webhooks/stripe/default")
  ResponseEntity<Void> take(
      @RequestBody String payload, @RequestHeader("Stripe-Signature") String signature)
      throws ExecutionException, InterruptedException {
    Event event;
    try {
      event = Webhook.constructEvent(payload, signature, secret);
    } catch (SignatureVerificationException e) {
      return ResponseEntity.badRequest().build();
    }
    try {
      mongo.insert(new SeenEvent(event.getId(), Instant.now()));
    } catch (DuplicateKeyException e) {
      return ResponseEntity.ok().build();
    }
    kafka.send(TOPIC, event.getId(), payload).get();
    return ResponseEntity.ok().build();
  }
}
