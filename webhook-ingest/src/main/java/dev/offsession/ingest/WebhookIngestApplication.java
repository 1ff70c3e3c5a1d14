package dev.offsession.ingest;

import dev.offsession.ingest.registration.RegisterCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes in Stripe's webhooks, verifies them, and publishes them to Kafka. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class WebhookIngestApplication {

  /** Starts the service, or runs {@link RegisterCommand} when that is the first word. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(RegisterCommand.NAME)) {
      System.exit(RegisterCommand.run(args, System.out));
    }
    SpringApplication.run(WebhookIngestApplication.class, args);
  }
}
