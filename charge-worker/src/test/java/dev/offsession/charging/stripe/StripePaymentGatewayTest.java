package dev.offsession.charging.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.StripeCustomerId;
import dev.offsession.charging.domain.Trouble;
import dev.offsession.charging.pace.Lane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stripe's answers as they come over the wire. */
class StripePaymentGatewayTest {
  private static final Effect.FetchIntent LOOK =
      new Effect.FetchIntent(new PaymentIntentId("pi_1"), 1);

  private static final Effect.FindIntents SEARCH =
      new Effect.FindIntents(
          new ChargeRequestId("req-1"), new StripeCustomerId("cus_1"), Instant.EPOCH);

  private final List<String> seen = new ArrayList<>();
  private final List<Set<Lane>> limited = new ArrayList<>();
  private final List<Lane> turns = new ArrayList<>();
  private boolean turnComes = true;
  private String laterPage = "";
  private HttpServer server = httpServer();
  private int status = 200;
  private String body = "{\"object\":\"list\",\"data\":[]}";
  private String reason = "";

  @BeforeEach
  void serve() {
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "rate_limit, global-rate, ACCOUNT, RATE_LIMITED",
    "rate_limit, global-concurrency, ACCOUNT, RATE_LIMITED",
    "rate_limit, endpoint-rate, READ, RATE_LIMITED",
    "rate_limit, endpoint-concurrency, READ, RATE_LIMITED",
    "rate_limit, resource-specific, '', BUSY",
    "lock_timeout, '', '', BUSY",
    "rate_limit, '', ACCOUNT+READ, RATE_LIMITED",
    "rate_limit, a-reason-of-next-year, ACCOUNT+READ, RATE_LIMITED",
  })
  void slowsDownWhatStripeSaysIsTooFast(String code, String why, String lanes, Trouble trouble) {
    refuse(429, code);
    reason = why;

    GatewayReply reply = gateway().fetch(LOOK);

    assertThat(reply).isEqualTo(new GatewayReply.NoAnswer(trouble));
    assertThat(limited).containsExactly(lanes(lanes));
    assertThat(seen).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401, UNAUTHORIZED",
    "403, UNAUTHORIZED",
    "409, BUSY",
    "500, SERVER_ERROR",
    "502, NO_ANSWER",
    "503, NO_ANSWER",
    "504, NO_ANSWER",
  })
  void takesTroubleForNoAnswerAndSlowsNothingDown(int httpStatus, Trouble trouble) {
    refuse(httpStatus, "whatever");

    assertThat(gateway().fetch(LOOK)).isEqualTo(new GatewayReply.NoAnswer(trouble));
    assertThat(limited).allMatch(Set::isEmpty);
    assertThat(seen).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"200, true", "401, false", "403, false", "500, false"})
  void knowsWhetherTheKeyIsAccepted(int httpStatus, boolean accepted) {
    if (httpStatus != 200) {
      refuse(httpStatus, "whatever");
    }

    assertThat(gateway().isKeyAccepted()).isEqualTo(accepted);
    assertThat(seen).containsExactly("GET /v1/payment_intents?limit=1");
  }

  @Test
  void doesNotTakeSilenceForAnAcceptedKey() {
    StripePaymentGateway gateway = gateway();
    server.stop(0);

    assertThat(gateway.isKeyAccepted()).isFalse();
  }

  @Test
  void searchesEveryPageAndWaitsForATurnBeforeEachFurtherOne() {
    body = page(true, intent("pi_9", "req-9"), intent("pi_2", "req-2"));
    laterPage = page(false, intent("pi_1", "req-1"));

    GatewayReply reply = gateway().find(SEARCH);

    assertThat(reply)
        .isInstanceOfSatisfying(
            GatewayReply.Listed.class,
            listed ->
                assertThat(listed.intents())
                    .extracting(intent -> intent.id().value())
                    .containsExactly("pi_1"));
    assertThat(seen).hasSize(2);
    assertThat(seen.getLast()).contains("starting_after=pi_2");
    assertThat(turns).containsExactly(Lane.LIST);
  }

  /** Half a list must not be taken for all of it. */
  @Test
  void doesNotTakeThePagesItCouldReadForAllThereAre() {
    body = page(true, intent("pi_9", "req-9"));
    turnComes = false;

    assertThat(gateway().find(SEARCH)).isEqualTo(new GatewayReply.NoAnswer(Trouble.RATE_LIMITED));
    assertThat(seen).hasSize(1);
  }

  private static String intent(String id, String request) {
    return """
    {"id":"%s","object":"payment_intent","status":"requires_confirmation","amount":1,\
    "currency":"eur","created":1,"metadata":{"offsession_request_id":"%s"}}\
    """
        .formatted(id, request);
  }

  private static String page(boolean more, String... intents) {
    return "{\"object\":\"list\",\"has_more\":%b,\"data\":[%s]}"
        .formatted(more, String.join(",", intents));
  }

  private void refuse(int httpStatus, String code) {
    status = httpStatus;
    body =
        "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"%s\",\"message\":\"no\"}}"
            .formatted(code);
  }

  private StripePaymentGateway gateway() {
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    return new StripePaymentGateway(
        StripeClient.builder().setApiKey("sk_test_x").setApiBase(base).build(),
        limited::add,
        lane -> {
          turns.add(lane);
          return turnComes;
        });
  }

  private static Set<Lane> lanes(String names) {
    return names.isEmpty()
        ? Set.of()
        : Set.copyOf(List.of(names.split("\\+")).stream().map(Lane::valueOf).toList());
  }

  private void answer(HttpExchange exchange) throws IOException {
    seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    if (!reason.isEmpty()) {
      exchange.getResponseHeaders().add("Stripe-Rate-Limited-Reason", reason);
    }
    boolean later = exchange.getRequestURI().toString().contains("starting_after");
    byte[] bytes = (later ? laterPage : body).getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static HttpServer httpServer() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
