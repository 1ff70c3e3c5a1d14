package dev.offsession.benchmarks.baseline.naiveworker;

import com.stripe.exception.StripeException;
import dev.offsession.benchmarks.baseline.Baselines;
import dev.offsession.benchmarks.baseline.Consuming;
import dev.offsession.benchmarks.baseline.TwoCalls;
import dev.offsession.schemas.ChargeRequested;
import java.util.concurrent.ExecutionException;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * The listener everybody writes first: one record at a time, charge, publish the result, next. With
 * {@code bench.concurrency} threads over as many partitions.
 */
@SpringBootApplication
@Import(TwoCalls.class)
public class NaiveWorker {
  private final TwoCalls stripe;
  private final KafkaTemplate<String, String> kafka;

  NaiveWorker(TwoCalls stripe, KafkaTemplate<String, String> kafka) {
    this.stripe = stripe;
    this.kafka = kafka;
  }

  /** Starts it; the settings come as arguments. */
  public static void main(String[] args) {
    Baselines.worker(NaiveWorker.class).properties(Consuming.settings()).run(args);
  }

  @KafkaListener(topics = "${bench.topic}", concurrency = "${bench.concurrency}")
  void on(ChargeRequested request)
      throws StripeException, ExecutionException, InterruptedException {
    String status = stripe.charge(request);
    kafka.send(Consuming.RESULTS, request.getRequestId(), status).get();
  }
}
