package dev.offsession.platform.avro;

import dev.offsession.platform.health.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Asks for the registry's global compatibility: a short answer out of its storage. */
final class RegistryProbe implements Probe {
  private final String url;
  private final RegistryHttp http;

  RegistryProbe(RegistrySettings settings) {
    this.url = settings.url();
    this.http = new RegistryHttp(settings);
  }

  @Override
  public Optional<String> trouble(Duration patience) throws InterruptedException {
    try {
      return judge(http.statusOf("/config", patience));
    } catch (IOException e) {
      return Optional.of(
          "No answer from the schema registry at %s (%s): see that it runs and can be reached from"
                  .formatted(url, e.getClass().getSimpleName())
              + " here; schemas that are known already go on");
    }
  }

  private Optional<String> judge(int status) {
    if (status == 401 || status == 403) {
      return Optional.of(
          "The schema registry at %s refuses us with HTTP %d: see offsession.schema-registry.username and .password"
              .formatted(url, status));
    }
    return status == 200
        ? Optional.empty()
        : Optional.of(
            "The schema registry at %s answers HTTP %d: see its log, and offsession.schema-registry.url"
                .formatted(url, status));
  }
}
