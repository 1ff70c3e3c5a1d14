package dev.offsession.benchmarks.baseline.parallelconsumer;

import com.stripe.exception.StripeException;
import dev.offsession.benchmarks.baseline.Baselines;
import dev.offsession.benchmarks.baseline.Consuming;
import dev.offsession.benchmarks.baseline.TwoCalls;
import dev.offsession.schemas.ChargeRequested;
import io.confluent.parallelconsumer.ParallelConsumerOptions;
import io.confluent.parallelconsumer.ParallelConsumerOptions.ProcessingOrder;
import io.confluent.parallelconsumer.ParallelStreamProcessor;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Confluent's parallel-consumer: many records under way, in order for each key, which here is the
 * customer.
 */
@SpringBootApplication
@Import(TwoCalls.class)
public class ParallelConsumerWorker {
  /** Starts it; the settings come as arguments. */
  public static void main(String[] args) {
    Baselines.worker(ParallelConsumerWorker.class)
        .properties(Consuming.settings())
        .properties("spring.kafka.consumer.enable-auto-commit=false")
        .run(args);
  }

  @Bean(destroyMethod = "close")
  static ParallelStreamProcessor<String, ChargeRequested> processor(
      ConsumerFactory<String, ChargeRequested> consumers, @Value("${bench.window}") int window) {
    return ParallelStreamProcessor.createEosStreamProcessor(
        ParallelConsumerOptions.<String, ChargeRequested>builder()
            .consumer(consumers.createConsumer())
            .ordering(ProcessingOrder.KEY)
            .maxConcurrency(window)
            .build());
  }

  @Bean
  static ApplicationRunner charging(
      ParallelStreamProcessor<String, ChargeRequested> processor,
      TwoCalls stripe,
      KafkaTemplate<String, String> kafka,
      @Value("${bench.topic}") String topic) {
    return _ -> {
      processor.subscribe(List.of(topic));
      processor.poll(context -> charge(context.getSingleConsumerRecord().value(), stripe, kafka));
    };
  }

  private static void charge(
      ChargeRequested request, TwoCalls stripe, KafkaTemplate<String, String> kafka) {
    try {
      String status = stripe.charge(request);
      kafka.send(Consuming.RESULTS, request.getRequestId(), status).get();
    } catch (StripeException | ExecutionException | InterruptedException e) {
      throw new IllegalStateException("not charged: " + request.getRequestId(), e);
    }
  }
}
