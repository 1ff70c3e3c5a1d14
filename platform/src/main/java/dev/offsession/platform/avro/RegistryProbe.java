package dev.offsession.platform.avro;

import dev.offsession.platform.health.Probe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Asks for the registry's global compatibility: a short answer out of its storage. */
final class RegistryProbe implements Probe {
  private final RegistrySettings settings;
  private final HttpClient http;

  RegistryProbe(RegistrySettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.requestTimeout())
            .build();
  }

  @Override
  public Optional<String> trouble(Duration patience) throws InterruptedException {
    HttpRequest.Builder question =
        HttpRequest.newBuilder(URI.create(settings.url() + "/config")).timeout(patience);
    settings.authorization().ifPresent(value -> question.header("Authorization", value));
    try {
      return judge(http.send(question.build(), BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return Optional.of(
          "No answer from the schema registry at %s (%s): see that it runs and can be reached from"
                  .formatted(settings.url(), e.getClass().getSimpleName())
              + " here; schemas that are known already go on");
    }
  }

  private Optional<String> judge(int status) {
    if (status == 401 || status == 403) {
      return Optional.of(
          "The schema registry at %s refuses us with HTTP %d: see offsession.schema-registry.username and .password"
              .formatted(settings.url(), status));
    }
    return status == 200
        ? Optional.empty()
        : Optional.of(
            "The schema registry at %s answers HTTP %d: see its log, and offsession.schema-registry.url"
                .formatted(settings.url(), status));
  }
}
