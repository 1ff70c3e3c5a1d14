package dev.offsession.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.offsession.benchmarks.measure.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpLoadTest {
  private static final Shot SHOT =
      new Shot(
          "any",
          "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok"
              .getBytes(StandardCharsets.ISO_8859_1));

  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;
  private volatile Duration stall = Duration.ZERO;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          int call = calls.incrementAndGet();
          if (call == 1) {
            Wait.pass(stall);
          }
          // Every third answer comes in chunks, every fifth is "not now".
          exchange.sendResponseHeaders(call % 5 == 0 ? 503 : 200, call % 3 == 0 ? 0 : 4);
          exchange.getResponseBody().write("fine".getBytes(StandardCharsets.ISO_8859_1));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void everyShotIsSentOnceAndCountedByItsAnswer() {
    HttpLoad load = new HttpLoad(address(), 4);

    load.run(500, Duration.ofMillis(200), () -> SHOT);

    assertThat(calls).hasValue(100);
    assertThat(load.tally("any").count(200)).isEqualTo(80);
    assertThat(load.tally("any").count(503)).isEqualTo(20);
  }

  @Test
  void aStallCountsForAllThatHadToWaitBehindIt() {
    stall = Duration.ofMillis(400);
    HttpLoad load = new HttpLoad(address(), 1);

    load.run(100, Duration.ofMillis(400), () -> SHOT);

    // Only one call was slow, but half of all were meant to begin more than 200 ms before they
    // could.
    assertThat(load.tally("any").latencies().p50()).isGreaterThan(150);
    assertThat(load.tally("any").serviceTime(200).p50()).isLessThan(150);
  }

  @Test
  void anAddressWhereNobodyListensGivesNoAnswers() {
    URI nobody = address();
    server.stop(0);
    HttpLoad load = new HttpLoad(nobody, 2);

    load.run(100, Duration.ofMillis(50), () -> SHOT);

    assertThat(load.tally("any").count(Tally.NO_ANSWER)).isEqualTo(5);
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }
}
