package dev.offsession.platform.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether Stripe is there, mostly known without asking. */
class StripeProbeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AtomicInteger asked = new AtomicInteger();
  private volatile int status = 404;
  private long nanos = 1;
  private final StripeReach reach = new StripeReach(() -> nanos);
  private HttpServer stripe;
  private StripeProbe probe;

  @BeforeEach
  void start() throws IOException {
    stripe = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stripe.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    stripe.start();
    probe = new StripeProbe(reach, settings("http://127.0.0.1:" + stripe.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    stripe.stop(0);
  }

  @Test
  void asksNothingWhileTheServicesOwnCallsAreAnswered() throws Exception {
    reach.heard(200);
    after(Duration.ofSeconds(29));

    assertThat(probe.trouble(PATIENCE)).isEmpty();
    assertThat(asked).hasValue(0);
  }

  @Test
  void asksWhenNobodyHasCalledForHalfAMinute() throws Exception {
    reach.heard(200);
    after(Duration.ofSeconds(31));

    assertThat(probe.trouble(PATIENCE)).as("any answer is an answer").isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void asksAfterACallWithoutAnAnswer() throws Exception {
    reach.heard(200);
    reach.heardNothing();

    assertThat(probe.trouble(PATIENCE)).as("one lost answer is no outage").isEmpty();
    assertThat(asked).hasValue(1);
  }

  @Test
  void saysThatNobodyAnswers() throws Exception {
    stripe.stop(0);

    assertThat(probe.trouble(PATIENCE))
        .get()
        .asString()
        .contains("No answer from Stripe at http://127.0.0.1:")
        .contains("status.stripe.com");
  }

  @Test
  void saysThatStripeIsInTrouble() throws Exception {
    status = 503;

    assertThat(probe.trouble(PATIENCE)).get().asString().contains("HTTP 503");
  }

  @Test
  void saysThatCallAfterCallFailsThoughTheAddressAnswers() throws Exception {
    for (int i = 0; i < 4; i++) {
      reach.heard(500);
    }
    boolean serves = probe.trouble(PATIENCE).isEmpty();
    reach.heard(500);

    assertThat(serves).as("four errors may be chance").isTrue();
    assertThat(probe.trouble(PATIENCE)).get().asString().contains("last 5 calls");

    reach.heard(402);
    assertThat(probe.trouble(PATIENCE)).as("a refusal of a card is an answer").isEmpty();
  }

  @Test
  void forgetsErrorsThatAreLongAgo() throws Exception {
    for (int i = 0; i < 9; i++) {
      reach.heard(500);
    }
    after(Duration.ofSeconds(61));

    assertThat(probe.trouble(PATIENCE)).isEmpty();
  }

  private void after(Duration time) {
    nanos += time.toNanos();
  }

  private static StripeSettings settings(String apiBase) {
    return new StripeSettings(
        "sk_test_x", "", apiBase, StripeSettings.JS_URL, PATIENCE, Duration.ofSeconds(30));
  }
}
