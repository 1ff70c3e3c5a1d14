package dev.offsession.localstack.crash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.offsession.parts.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClearHealthTest {
  private static final String AWAY =
      """
      {"status": "DOWN", "components": {
        "kafka": {"status": "UP"},
        "stripe": {"status": "DOWN", "details": {"reason": "Stripe does not answer"}}}}
      """;

  private static final String WELL =
      """
      {"status": "UP", "components": {"kafka": {"status": "UP"}, "stripe": {"status": "UP"}}}
      """;

  private final List<HttpServer> servers = new ArrayList<>();

  @AfterEach
  void stopThem() {
    servers.forEach(server -> server.stop(0));
  }

  @Test
  void readsTheReasonThatAServiceGives() throws IOException {
    assertThat(ClearHealth.reason(answering(503, AWAY), Away.STRIPE))
        .isEqualTo("Stripe does not answer");
  }

  @Test
  void findsNoReasonWhereThePartIsWell() throws IOException {
    assertThat(ClearHealth.reason(answering(503, AWAY), Away.BROKER)).isBlank();
    assertThat(ClearHealth.reason(answering(200, WELL), Away.STRIPE)).isBlank();
  }

  /** A part that is away must take the whole service down, or nobody would look. */
  @Test
  void findsNoReasonWhereTheServiceSaysThatItIsUp() throws IOException {
    int port = answering(200, AWAY.replaceFirst("DOWN", "UP"));

    assertThat(ClearHealth.reason(port, Away.STRIPE)).isBlank();
  }

  @Test
  void findsNoReasonInAnythingElse() throws IOException {
    assertThat(ClearHealth.reason(answering(502, "<html>Bad gateway</html>"), Away.STRIPE))
        .isBlank();
    assertThat(
            ClearHealth.reason(
                answering(503, AWAY.replace("Stripe does not answer", "")), Away.STRIPE))
        .isBlank();
    assertThat(ClearHealth.reason(Ports.free(), Away.STRIPE)).isBlank();
  }

  @Test
  void isClearOnlyWhenEveryProcessSaysIt() throws IOException {
    int says = answering(503, AWAY);
    int saysToo = answering(503, AWAY);
    int silent = answering(200, WELL);

    assertThat(ClearHealth.blames(List.of(says, saysToo), Away.STRIPE)).isTrue();
    assertThat(ClearHealth.blames(List.of(says, silent), Away.STRIPE)).isFalse();
  }

  private int answering(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/actuator/health",
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    servers.add(server);
    return server.getAddress().getPort();
  }
}
