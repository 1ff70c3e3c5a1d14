package dev.offsession.benchmarks.baseline.ceiling;

import dev.offsession.benchmarks.baseline.Baselines;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * As fast as an endpoint of this kind can be: reads the body, hands the bytes to Kafka, answers
 * once all in-sync replicas have them. No signature, no look inside, no duplicates.
 */
@SpringBootApplication
@RestController
public class Ceiling {
  /** Where the bytes go. */
  public static final String TOPIC = "bench-ceiling";

  private final KafkaTemplate<byte[], byte[]> kafka;

  Ceiling(KafkaTemplate<byte[], byte[]> kafka) {
    this.kafka = kafka;
  }

  /** Starts it; the settings come as arguments. */
  public static void main(String[] args) {
    Baselines.reactive(Ceiling.class)
        .properties(
            "spring.kafka.producer.acks=all",
            "spring.kafka.producer.key-serializer=" + ByteArraySerializer.class.getName(),
            "spring.kafka.producer.value-serializer=" + ByteArraySerializer.class.getName(),
            "spring.kafka.producer.batch-size=64KB",
            "spring.kafka.producer.compression-type=lz4",
            "spring.kafka.producer.properties.linger.ms=2")
        .run(args);
  }

  @PostMapping("/webhooks/stripe/default")
  Mono<ResponseEntity<Void>> take(@RequestBody Mono<byte[]> body) {
    return body.flatMap(bytes -> Mono.fromFuture(() -> kafka.send(TOPIC, bytes)))
        .map(_ -> ResponseEntity.ok().build());
  }
}
