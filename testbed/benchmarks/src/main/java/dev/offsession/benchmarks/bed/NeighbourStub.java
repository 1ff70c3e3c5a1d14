package dev.offsession.benchmarks.bed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for payment-collector and charge-worker where notifier-service alone is measured:
 * issues links that end in the request's id, and finds every charge waiting for its customer.
 */
public final class NeighbourStub implements AutoCloseable {
  private static final Pattern REQUEST_ID = Pattern.compile("\"request_id\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpServer http;

  private NeighbourStub(HttpServer http) {
    this.http = http;
  }

  /** Listens on a free port of 127.0.0.1. */
  public static NeighbourStub start() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext("/internal/v1/links", NeighbourStub::link);
      http.createContext("/v1/charges", NeighbourStub::charge);
      http.start();
      return new NeighbourStub(http);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }

  private static void link(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher request = REQUEST_ID.matcher(body);
    String id = request.find() ? request.group(1) : "none";
    answer(
        exchange,
        201,
        """
        {"link_id":"lnk_%1$s","url":"https://pay.shop.example/pay/%1$s",
         "expires_at":"2099-01-01T00:00:00Z","contact":{"email":"jordan@customer.example",
         "name":"Jordan Smith","locale":"en","time_zone":"Europe/London"}}
        """
            .formatted(id));
  }

  private static void charge(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String id = path.substring(path.lastIndexOf('/') + 1);
    answer(
        exchange,
        200,
        "{\"request_id\":\"%s\",\"state\":\"AUTHENTICATION_REQUIRED\"}".formatted(id));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().close();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (exchange;
        var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
