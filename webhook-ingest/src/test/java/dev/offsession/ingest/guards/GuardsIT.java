package dev.offsession.ingest.guards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.ingest.support.IngestService;
import dev.offsession.ingest.webhooks.signature.Signing;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Clients that lie, dawdle and flood, by raw sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardsIT {

  private static final String POST = "POST /webhooks/stripe/default HTTP/1.1\r\nHost: x\r\n";
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

  private IngestService service;

  @BeforeAll
  void start() {
    service =
        new IngestService(
            "--offsession.ingest.body-timeout=1s",
            "--offsession.ingest.guards.head-timeout=1s",
            "--offsession.ingest.guards.connections-max=400");
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  void waitsOnlySoLongForABodyShorterThanAnnounced() throws Exception {
    assertThat(answer(POST + "Content-Length: 1000\r\n\r\n{}")).startsWith("HTTP/1.1 408");
  }

  @Test
  void readsNoMoreOfABodyThanAnnounced() throws Exception {
    byte[] body = IngestService.event("evt_" + UUID.randomUUID());
    String shorter =
        POST
            + "Stripe-Signature: "
            + Signing.header(IngestService.SECRET, body)
            + "\r\nContent-Length: "
            + (body.length - 5)
            + "\r\n\r\n"
            + new String(body, UTF_8);

    assertThat(answer(shorter)).startsWith("HTTP/1.1 400");
  }

  @Test
  void believesNoAnnouncementOverTheCap() throws Exception {
    assertThat(answer(POST + "Content-Length: 524289\r\n\r\n")).startsWith("HTTP/1.1 413");
    assertThat(answer(POST + "Content-Length: 9223372036854775807\r\n\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void refusesSenselessAndContradictingLengths() throws Exception {
    for (String head :
        List.of(
            "Content-Length: -1\r\n\r\n",
            "Content-Length: abc\r\n\r\n",
            "Content-Length: 5\r\nContent-Length: 6\r\n\r\n12345")) {
      assertThat(answer(POST + head)).as(head).startsWith("HTTP/1.1 4");
    }
  }

  @Test
  void stopsReadingManyChunksAtTheCap() throws Exception {
    String chunk = "1000\r\n" + "x".repeat(4096) + "\r\n";

    assertThat(answer(CHUNKED + chunk.repeat(200))).startsWith("HTTP/1.1 413");
  }

  @Test
  void stopsWaitingForAChunkThatNeverEnds() throws Exception {
    assertThat(answer(CHUNKED + "7fffffff\r\nabc")).startsWith("HTTP/1.1 408");
  }

  @Test
  void refusesABrokenChunkHead() throws Exception {
    assertThat(answer(CHUNKED + "zz\r\nabc\r\n0\r\n\r\n")).matches("(HTTP/1.1 4\\d\\d.*)?");
  }

  @Test
  void refusesHeadersOverEightKilobytes() throws Exception {
    String head = POST + "Stripe-Signature: t=1" + ",v1=0".repeat(3000) + "\r\n\r\n";

    assertThat(answer(head)).startsWith("HTTP/1.1 4");
  }

  @Test
  void refusesAnAddressLineWithoutEnd() throws Exception {
    assertThat(answer("POST /" + "a".repeat(20_000))).startsWith("HTTP/1.1 4");
  }

  @Test
  void closesConnectionsWhoseHeadersDoNotEnd() throws Exception {
    try (Socket silent = connect();
        Socket dawdling = connect()) {
      dawdling.getOutputStream().write("POST /webhooks/str".getBytes(UTF_8));

      assertThat(silent.getInputStream().read()).as("closed").isEqualTo(-1);
      assertThat(isClosedWhileSendingByteByByte(dawdling)).isTrue();
    }
  }

  @Test
  void takesValidEventsWhileManyConnectionsDawdle() throws Exception {
    Duration calm = slowestOf(100);
    List<Socket> dawdlers = new ArrayList<>();
    try {
      for (int i = 0; i < 150; i++) {
        Socket body = connect();
        body.getOutputStream().write((POST + "Content-Length: 999\r\n\r\n{").getBytes(UTF_8));
        dawdlers.add(body);
        dawdlers.add(connect());
      }

      Duration flooded = slowestOf(100);

      assertThat(flooded).isLessThan(calm.multipliedBy(3).plusMillis(300));
      System.out.printf("Slowest of 100: %s calm, %s with 300 dawdlers%n", calm, flooded);
    } finally {
      for (Socket dawdler : dawdlers) {
        dawdler.close();
      }
    }
  }

  @Test
  void closesConnectionsOverTheCapAndRecovers() throws Exception {
    List<Socket> flood = new ArrayList<>();
    try {
      for (int i = 0; i < 600; i++) {
        flood.add(connect());
      }
      await().atMost(Duration.ofSeconds(10)).until(() -> canBeReached(service));
    } finally {
      for (Socket socket : flood) {
        socket.close();
      }
    }
    await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptions()
        .until(() -> service.send("evt_" + UUID.randomUUID(), IngestService.SECRET) == 200);
  }

  @Test
  void countsWhatItRefuses() throws Exception {
    answer(POST + "Content-Length: 524289\r\n\r\n");

    assertThat(service.get("/actuator/prometheus").body())
        .containsPattern("offsession_webhooks_refused_total\\{.*reason=\"BODY_TOO_LARGE\"");
  }

  @Test
  void tellsWhetherItCanAcceptAndWhetherEventsFlow() {
    service.send("evt_" + UUID.randomUUID(), IngestService.SECRET);

    assertThat(service.get("/actuator/health/accept").body()).contains("\"free_places\":500");
    assertThat(service.get("/actuator/health/events").body())
        .contains("newest_event_age_seconds", "\"any_event_yet\":true")
        .contains("off: offsession.stripe.secret-key is not set");
  }

  private static boolean canBeReached(IngestService service) {
    try {
      return service.get("/actuator/health/liveness").statusCode() == 200;
    } catch (RuntimeException _) {
      return false;
    }
  }

  /** Of many valid events, the time of the second slowest: one pause of the machine is forgiven. */
  private Duration slowestOf(int events) {
    long[] nanos =
        IntStream.range(0, events)
            .mapToLong(_ -> {
              long start = System.nanoTime();
              int status = service.send("evt_" + UUID.randomUUID(), IngestService.SECRET);
              assertThat(status).isEqualTo(200);
              return System.nanoTime() - start;
            })
            .sorted()
            .toArray();
    return Duration.ofNanos(nanos[events - 2]);
  }

  private static boolean isClosedWhileSendingByteByByte(Socket socket) throws IOException {
    socket.setSoTimeout(100);
    for (int i = 0; i < 100; i++) {
      try {
        if (socket.getInputStream().read() == -1) {
          return true;
        }
      } catch (java.net.SocketTimeoutException _) {
        try {
          socket.getOutputStream().write('a');
        } catch (SocketException _) {
          return true;
        }
      } catch (SocketException _) {
        return true;
      }
    }
    return false;
  }

  /** The status line, or nothing when the connection was closed without an answer. */
  private String answer(String request) throws IOException {
    try (Socket socket = connect()) {
      byte[] bytes = request.getBytes(UTF_8);
      try {
        for (int i = 0; i < bytes.length; i += 8192) {
          socket
              .getOutputStream()
              .write(Arrays.copyOfRange(bytes, i, Math.min(i + 8192, bytes.length)));
        }
      } catch (SocketException _) {
        // It has stopped reading; what it answered may still be there.
      }
      var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String line = reader.readLine();
      return line == null ? "" : line;
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    socket.setSoTimeout(15_000);
    return socket;
  }
}
