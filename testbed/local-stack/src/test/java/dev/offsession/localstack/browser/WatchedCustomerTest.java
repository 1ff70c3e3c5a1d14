package dev.offsession.localstack.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedCustomerTest {

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private HttpServer site;

  @BeforeEach
  void startSite() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.start();
  }

  @AfterEach
  void stopSite() {
    site.stop(0);
  }

  @Test
  void printsTheLinkAndWaitsUntilThePersonIsDone() {
    URI link = pageShowing(List.of("authenticate", "processing", "succeeded"));

    try (var customer = customerWith(Duration.ofSeconds(10))) {
      customer.approvePayment(link);
    }

    assertThat(terminal.toString(UTF_8)).contains("Approve the payment", link.toString());
  }

  @Test
  void saysWhatThePageShowsWhenNobodyComes() {
    URI link = pageShowing(List.of("authenticate"));

    try (var customer = customerWith(Duration.ZERO)) {
      assertThatThrownBy(() -> customer.approvePayment(link))
          .isInstanceOf(CustomerStuckException.class)
          .hasMessageContaining("'authenticate'");
    }
  }

  private WatchedCustomer customerWith(Duration patience) {
    return new WatchedCustomer(new PrintStream(terminal, true, UTF_8), patience);
  }

  /** A page that shows one state after the other; the last one stays. */
  private URI pageShowing(List<String> states) {
    Iterator<String> upcoming = states.iterator();
    site.createContext(
        "/pay",
        exchange -> {
          String state = upcoming.hasNext() ? upcoming.next() : states.getLast();
          byte[] page = "<main data-state=\"%s\">".formatted(state).getBytes(UTF_8);
          try (exchange) {
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
          }
        });
    return URI.create("http://127.0.0.1:%d/pay/t".formatted(site.getAddress().getPort()));
  }
}
