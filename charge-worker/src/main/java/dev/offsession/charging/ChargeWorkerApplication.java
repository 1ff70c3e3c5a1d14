package dev.offsession.charging;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts charge-worker. */
@SpringBootApplication
public class ChargeWorkerApplication {

  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(ChargeWorkerApplication.class, arguments);
  }
}
