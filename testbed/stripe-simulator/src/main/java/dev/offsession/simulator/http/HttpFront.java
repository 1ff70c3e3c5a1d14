package dev.offsession.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The connection side: the JDK's own server on virtual threads.
 *
 * <p>It is enough here, and closing an exchange early really closes the connection, which the drop
 * and truncate faults need.
 */
public final class HttpFront implements AutoCloseable {
  private static final int BODY_MAX = 1_000_000;

  private final HttpServer server;
  private final ExecutorService threads;

  /** Answers every request; runs what must follow once the reply is out. */
  @FunctionalInterface
  public interface Service {
    /** Deals with one request. */
    Response handle(RawRequest request);
  }

  /** A reply and what follows it. */
  public record Response(HttpReply reply, Runnable afterwards) {
    /** A reply that nothing follows. */
    public static Response of(HttpReply reply) {
      return new Response(reply, () -> {});
    }
  }

  private HttpFront(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Binds the address; {@link #serve} begins to answer. */
  public static HttpFront bind(String host, int port) {
    tune();
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(host, port), 1024);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      return new HttpFront(server, threads);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(
          "The Stripe simulator cannot use %s:%d".formatted(host, port), e);
    }
  }

  /** The port in use. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Begins to answer. */
  public void serve(Service service) {
    server.createContext("/", exchange -> answer(exchange, service));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** The JDK reads these once, when its first server of this process starts. */
  private static void tune() {
    // Else each small reply on a kept connection waits 40 ms for a delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Else a pooled client loses the race against our closing of idle connections after 30 s.
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
  }

  private static void answer(HttpExchange exchange, Service service) throws IOException {
    Response response;
    try (exchange) {
      response = service.handle(read(exchange));
      write(exchange, response.reply());
    }
    response.afterwards().run();
  }

  private static RawRequest read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), first(values)));
    byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX);
    String query = exchange.getRequestURI().getRawQuery();
    return new RawRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query == null ? "" : query,
        headers,
        new String(body, StandardCharsets.UTF_8));
  }

  private static String first(List<String> values) {
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static void write(HttpExchange exchange, HttpReply reply) throws IOException {
    switch (reply) {
      case HttpReply.Answer answer -> write(exchange, answer, 1);
      case HttpReply.Truncated(var answer) -> write(exchange, answer, 2);
      case HttpReply.Dropped _ -> {} // closing the exchange unanswered closes the connection
    }
  }

  /** Writes one part out of so many; the announced length is that of the whole. */
  private static void write(HttpExchange exchange, HttpReply.Answer answer, int parts)
      throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      OutputStream body = exchange.getResponseBody();
      body.write(bytes, 0, bytes.length / parts);
      body.flush();
    }
  }
}
