package dev.offsession.notifier;

import dev.offsession.notifier.prompting.VapidCommand;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts notifier-service, or makes keys for it. */
@SpringBootApplication
public class NotifierApplication {
  /** Takes Spring Boot's usual arguments; {@code vapid} alone prints a new key pair and ends. */
  public static void main(String[] arguments) {
    if (List.of(arguments).equals(List.of("vapid"))) {
      VapidCommand.run(System.out);
    } else {
      SpringApplication.run(NotifierApplication.class, arguments);
    }
  }
}
