package dev.offsession.platform.stripe;

import dev.offsession.platform.health.Probe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Knows from the calls that the service makes anyhow whether Stripe answers, and asks by itself
 * only when the latest got no answer or is half a minute old. The question carries no key and
 * touches no object, so it costs nothing of the account's pace; any answer to it will do.
 */
final class StripeProbe implements Probe {
  private static final Duration FRESH = Duration.ofSeconds(30);
  private static final Duration ERRORS_COUNT_FOR = Duration.ofMinutes(1);
  private static final int ERRORS_MAX = 4;
  private static final int SERVER_ERRORS_FROM = 500;

  private final StripeReach reach;
  private final String apiBase;
  private final HttpClient http;

  StripeProbe(StripeReach reach, StripeSettings settings) {
    this.reach = reach;
    this.apiBase = settings.apiBase();
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  @Override
  public Optional<String> trouble(Duration patience) throws InterruptedException {
    int errors = reach.errorsWithin(ERRORS_COUNT_FOR);
    if (errors > ERRORS_MAX) {
      return Optional.of(
          "Stripe answered the last %d calls with server errors: see status.stripe.com"
              .formatted(errors));
    }
    return reach.answeredWithin(FRESH) ? Optional.empty() : ask(patience);
  }

  private Optional<String> ask(Duration patience) throws InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(apiBase + "/healthcheck")).timeout(patience).build();
    try {
      int status = http.send(question, BodyHandlers.discarding()).statusCode();
      return status < SERVER_ERRORS_FROM
          ? Optional.empty()
          : Optional.of(
              "Stripe at %s answers HTTP %d: see status.stripe.com".formatted(apiBase, status));
    } catch (IOException e) {
      return Optional.of(
          "No answer from Stripe at %s (%s): see status.stripe.com, and that this address can be reached from here"
              .formatted(apiBase, e.getClass().getSimpleName()));
    }
  }
}
