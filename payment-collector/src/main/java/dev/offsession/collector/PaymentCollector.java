package dev.offsession.collector;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts payment-collector. */
@SpringBootApplication
@EnableScheduling
public class PaymentCollector {
  public static void main(String[] arguments) {
    SpringApplication.run(PaymentCollector.class, arguments);
  }
}
