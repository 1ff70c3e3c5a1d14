package dev.offsession.simulator.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Carries one body to one address. Follows no redirects, as Stripe does not. */
final class Courier implements AutoCloseable {
  private final Duration timeout;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Courier(Duration timeout) {
    this.timeout = timeout;
  }

  CompletableFuture<Void> after(long delayMillis, Runnable task) {
    Runnable delayed =
        () -> {
          try {
            Thread.sleep(delayMillis);
            task.run();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        };
    try {
      return CompletableFuture.runAsync(delayed, threads);
    } catch (RejectedExecutionException _) {
      return CompletableFuture.completedFuture(null);
    }
  }

  void now(Runnable task) {
    if (!threads.isShutdown()) {
      threads.execute(task);
    }
  }

  /** The receiver's status, or 0 when there was no answer. */
  int post(String url, String body, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(timeout)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
            .header("Stripe-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return 0;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
