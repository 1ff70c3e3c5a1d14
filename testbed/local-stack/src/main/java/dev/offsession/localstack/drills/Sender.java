package dev.offsession.localstack.drills;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed webhooks at a steady pace, whatever becomes of them: no event waits for the answers to
 * those before.
 */
final class Sender implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI endpoint;
  private final SecretKeySpec secret;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();

  /**
   * What one webhook was answered.
   *
   * @param status 0 when there was no answer
   * @param sentAt moment in {@link System#nanoTime}
   */
  record Answer(String eventId, int status, long sentAt, Duration took) {
    boolean acknowledged() {
      return status == 200;
    }
  }

  Sender(URI endpoint, String secret) {
    this.endpoint = endpoint;
    this.secret = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
  }

  /** Sends new events until the time is over. */
  void send(int perSecond, Duration time) {
    pace(perSecond, time.toSeconds() * perSecond, List.of());
  }

  /** Sends these events again. */
  void sendAgain(int perSecond, List<String> ids) {
    pace(perSecond, ids.size(), ids);
  }

  private void pace(int perSecond, long count, List<String> ids) {
    long begin = System.nanoTime();
    List<CompletableFuture<Void>> answered = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long due = begin + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      String id = ids.isEmpty() ? "evt_drill_" + sent.incrementAndGet() : ids.get(i);
      answered.add(post(id));
    }
    CompletableFuture.allOf(answered.toArray(CompletableFuture[]::new)).join();
  }

  private CompletableFuture<Void> post(String id) {
    byte[] body = body(id);
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Stripe-Signature", signature(body))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    long begin = System.nanoTime();
    return http.sendAsync(request, BodyHandlers.discarding())
        .handle((answer, _) -> answer == null ? 0 : answer.statusCode())
        .thenAccept(status ->
            answers.add(
                new Answer(id, status, begin, Duration.ofNanos(System.nanoTime() - begin))));
  }

  /** All answers so far. */
  List<Answer> answers() {
    return List.copyOf(answers);
  }

  private static byte[] body(String id) {
    return """
    {"id":"%s","object":"event","api_version":"2026-07-29.dahlia","created":%d,"livemode":false,
     "type":"payment_intent.succeeded","pending_webhooks":1,
     "request":{"id":"req_1","idempotency_key":"0123:confirm:1"},
     "data":{"object":{"id":"pi_%s","object":"payment_intent","amount":1200,"currency":"jpy",
       "status":"succeeded","description":"%s"}}}
    """
        .formatted(id, Instant.now().getEpochSecond(), id, "as long as they often are ".repeat(40))
        .getBytes(UTF_8);
  }

  private String signature(byte[] body) {
    long now = Instant.now().getEpochSecond();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update((now + ".").getBytes(UTF_8));
      return "t=" + now + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
