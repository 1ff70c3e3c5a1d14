package dev.offsession.platform.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Stripe's client as the services get it, against servers that behave well and badly. */
class PooledHttpClientTest {

  private static final String CHARGED = "{\"id\":\"pi_1\",\"object\":\"payment_intent\"}";

  private record Seen(String method, String uri, String body, Map<String, List<String>> headers) {}

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Set<Integer> clientPorts = ConcurrentHashMap.newKeySet();
  private @Nullable HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void sendsWhatStripeExpects() throws Exception {
    StripeClient stripe = clientOf(serving(200, CHARGED));

    PaymentIntent intent = create(stripe);

    assertThat(intent.getId()).isEqualTo("pi_1");
    Seen request = seen.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).isEqualTo("/v1/payment_intents");
    assertThat(request.body()).isEqualTo("amount=1200&currency=jpy");
    assertThat(header(request, "Authorization")).isEqualTo("Bearer sk_test_x");
    assertThat(header(request, "Idempotency-Key")).isEqualTo("abc:create");
    assertThat(header(request, "Stripe-Version")).endsWith(".dahlia");
    assertThat(header(request, "Content-Type")).startsWith("application/x-www-form-urlencoded");
    assertThat(header(request, "User-Agent")).startsWith("Stripe/v1 JavaBindings/");
    assertThat(request.headers().keySet()).noneMatch("X-stripe-client-telemetry"::equalsIgnoreCase);
  }

  @Test
  void keepsItsConnection() throws Exception {
    StripeClient stripe = clientOf(serving(200, CHARGED));

    for (int i = 0; i < 5; i++) {
      create(stripe);
    }

    assertThat(seen).hasSize(5);
    assertThat(clientPorts).hasSize(1);
  }

  @Test
  void tellsADeclineWithItsIntent() throws Exception {
    String decline =
        """
        {"error":{"type":"card_error","code":"card_declined","decline_code":"insufficient_funds",
         "payment_intent":{"id":"pi_1","object":"payment_intent"}}}\
        """;
    StripeClient stripe = clientOf(serving(402, decline));

    assertThatThrownBy(() -> create(stripe))
        .isInstanceOfSatisfying(
            CardException.class,
            e -> {
              assertThat(e.getDeclineCode()).isEqualTo("insufficient_funds");
              assertThat(e.getStripeError().getPaymentIntent().getId()).isEqualTo("pi_1");
            });
  }

  @Nested
  class NeverSendsTwice {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");

    @Test
    void whenStripeFails() throws Exception {
      for (int status : new int[] {409, 429, 500, 503}) {
        seen.clear();
        StripeClient stripe = clientOf(serving(status, "{\"error\":{\"type\":\"api_error\"}}"));

        assertThatThrownBy(() -> create(stripe)).isInstanceOf(StripeException.class);
        assertThat(seen).as("HTTP %d", status).hasSize(1);
        stop();
      }
    }

    @Test
    void whenTheServerHangsUpWithoutAnAnswer() throws Exception {
      AtomicInteger requests = new AtomicInteger();
      try (ServerSocket hangingUp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().start(() -> hangUpOnEach(hangingUp, requests));
        StripeClient stripe = clientOf("http://127.0.0.1:" + hangingUp.getLocalPort());

        assertThatThrownBy(() -> create(stripe)).isInstanceOf(ApiConnectionException.class);
        Thread.sleep(Duration.ofMillis(300)); // A second try would come by now.

        assertThat(requests).hasValue(1);
      }
    }

    /** Where many clients try again: the connection was good a moment ago. */
    @Test
    void whenAKeptConnectionClosesAfterTheRequest() throws Exception {
      AtomicInteger requests = new AtomicInteger();
      try (ServerSocket closing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().start(() -> answerOnceThenHangUp(closing, requests));
        StripeClient stripe = clientOf("http://127.0.0.1:" + closing.getLocalPort());
        create(stripe);

        assertThatThrownBy(() -> create(stripe)).isInstanceOf(ApiConnectionException.class);
        Thread.sleep(Duration.ofMillis(300)); // A second try would come by now.

        assertThat(requests).hasValue(2);
      }
    }

    @Test
    void whenTheAnswerTakesTooLong() throws Exception {
      String slow = serving(200, CHARGED, Duration.ofSeconds(2));
      StripeClient stripe = clientOf(slow);
      long started = System.nanoTime();

      assertThatThrownBy(() -> create(stripe))
          .isInstanceOf(ApiConnectionException.class)
          .hasRootCauseInstanceOf(IOException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(2));
      assertThat(seen).hasSize(1);
    }

    /** Answers the first request of all, keeps its connection, and then only reads. */
    private static void answerOnceThenHangUp(ServerSocket server, AtomicInteger requests) {
      byte[] answer =
          ("HTTP/1.1 200 OK\r\nContent-Length: " + CHARGED.length() + "\r\n\r\n" + CHARGED)
              .getBytes(UTF_8);
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          while (readsRequest(socket.getInputStream())) {
            if (requests.incrementAndGet() > 1) {
              break;
            }
            socket.getOutputStream().write(answer);
          }
        } catch (IOException e) {
          return;
        }
      }
    }

    /**
     * Reads one request to its end, in however many pieces head and body come; false at the end.
     */
    private static boolean readsRequest(InputStream in) throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return false;
        }
        head.append((char) next);
      }
      Matcher length = CONTENT_LENGTH.matcher(head);
      int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
      return in.readNBytes(body).length == body;
    }

    private static void hangUpOnEach(ServerSocket server, AtomicInteger requests) {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          if (readsRequest(socket.getInputStream())) {
            requests.incrementAndGet();
          }
        } catch (IOException e) {
          return;
        }
      }
    }
  }

  @Test
  void saysThatNothingAnswered() {
    assertThatThrownBy(() -> create(clientOf("http://127.0.0.1:1")))
        .isInstanceOf(ApiConnectionException.class);
  }

  private static PaymentIntent create(StripeClient stripe) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .create(
            PaymentIntentCreateParams.builder().setAmount(1_200L).setCurrency("jpy").build(),
            RequestOptions.builder().setIdempotencyKey("abc:create").build());
  }

  private static StripeClient clientOf(String apiBase) {
    var settings =
        new StripeSettings(
            "sk_test_x",
            "",
            apiBase,
            StripeSettings.JS_URL,
            Duration.ofSeconds(2),
            Duration.ofSeconds(1));
    return new StripeAutoConfiguration().stripeClient(settings, new StripeReach(System::nanoTime));
  }

  private String serving(int status, String body) throws IOException {
    return serving(status, body, Duration.ZERO);
  }

  private String serving(int status, String body, Duration delay) throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.createContext("/", exchange -> answer(exchange, status, body, delay));
    started.start();
    server = started;
    return "http://127.0.0.1:" + started.getAddress().getPort();
  }

  private void answer(HttpExchange exchange, int status, String body, Duration delay)
      throws IOException {
    clientPorts.add(exchange.getRemoteAddress().getPort());
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8),
            Map.copyOf(exchange.getRequestHeaders())));
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String header(Seen request, String name) {
    return request.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().getFirst())
        .findFirst()
        .orElse("");
  }
}
