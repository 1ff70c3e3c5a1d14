package dev.offsession.benchmarks.baseline.asyncacks;

import dev.offsession.benchmarks.baseline.Baselines;
import dev.offsession.benchmarks.baseline.Consuming;
import dev.offsession.benchmarks.baseline.TwoCalls;
import dev.offsession.schemas.ChargeRequested;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Spring Kafka's own way to have many records under way: manual acknowledgements in any order
 * ({@code asyncAcks}), a virtual thread for each record, and a semaphore as the window.
 */
@SpringBootApplication
@Import(TwoCalls.class)
public class AsyncAcksWorker {
  private static final Logger log = LoggerFactory.getLogger(AsyncAcksWorker.class);

  private final TwoCalls stripe;
  private final KafkaTemplate<String, String> kafka;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore window;

  AsyncAcksWorker(
      TwoCalls stripe, KafkaTemplate<String, String> kafka, @Value("${bench.window}") int window) {
    this.stripe = stripe;
    this.kafka = kafka;
    this.window = new Semaphore(window);
  }

  /** Starts it; the settings come as arguments. */
  public static void main(String[] args) {
    Baselines.worker(AsyncAcksWorker.class)
        .properties(Consuming.settings())
        .properties("spring.kafka.listener.ack-mode=manual")
        .run(args);
  }

  @Bean
  static ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
      outOfOrder() {
    return container -> container.getContainerProperties().setAsyncAcks(true);
  }

  @KafkaListener(topics = "${bench.topic}", concurrency = "${bench.concurrency}")
  void on(ChargeRequested request, Acknowledgment acknowledgment) throws InterruptedException {
    window.acquire();
    threads.execute(() -> work(request, acknowledgment));
  }

  private void work(ChargeRequested request, Acknowledgment acknowledgment) {
    try {
      String status = stripe.charge(request);
      kafka.send(Consuming.RESULTS, request.getRequestId(), status).get();
      acknowledgment.acknowledge();
    } catch (Exception e) {
      log.error("A charge was lost: {}", e.toString());
    } finally {
      window.release();
    }
  }
}
