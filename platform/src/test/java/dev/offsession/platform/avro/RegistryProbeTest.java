package dev.offsession.platform.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator is told about the registry. PartsAwayIT asks a real one. */
class RegistryProbeTest {
  private final List<String> credentials = new CopyOnWriteArrayList<>();

  @Test
  void findsTheRegistryWithItsPassword() throws Exception {
    assertThat(troubleAt(200)).isEmpty();
    assertThat(credentials).containsExactly("Basic bWU6c2VjcmV0");
  }

  @ParameterizedTest(name = "HTTP {0}")
  @CsvSource({
    "401, offsession.schema-registry.username",
    "403, offsession.schema-registry.username",
    "404, offsession.schema-registry.url",
    "503, HTTP 503"
  })
  void saysWhereToLook(int status, String where) throws Exception {
    assertThat(troubleAt(status)).get().asString().contains(where).doesNotContain("secret");
  }

  private Optional<String> troubleAt(int status) throws IOException, InterruptedException {
    HttpServer registry =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext(
        "/config",
        exchange -> {
          credentials.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    registry.start();
    try {
      String url = "http://127.0.0.1:" + registry.getAddress().getPort();
      Duration patience = Duration.ofSeconds(2);
      RegistrySettings settings = new RegistrySettings(url, "me:secret", false, patience, patience);
      return new RegistryProbe(settings).trouble(patience);
    } finally {
      registry.stop(0);
    }
  }
}
