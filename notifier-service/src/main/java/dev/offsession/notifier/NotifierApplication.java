package dev.offsession.notifier;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts notifier-service. */
@SpringBootApplication
public class NotifierApplication {
  /** Takes Spring Boot's usual arguments. */
  public static void main(String[] arguments) {
    SpringApplication.run(NotifierApplication.class, arguments);
  }
}
