package dev.offsession.simulator.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A merchant's webhook endpoint that remembers what came and answers as told. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final Deque<Integer> answers = new ArrayDeque<>();

  /** What one POST carried. */
  record Delivery(String body, String signature, @Nullable String userAgent) {
    boolean has(String text) {
      return body.contains(text);
    }
  }

  private Receiver(HttpServer server) {
    this.server = server;
  }

  static Receiver start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Receiver receiver = new Receiver(server);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", receiver::take);
    server.start();
    return receiver;
  }

  String url() {
    return "http://127.0.0.1:%d/hook".formatted(server.getAddress().getPort());
  }

  /** The next answers; 200 when there are none left. */
  synchronized void answerNext(int... statuses) {
    for (int status : statuses) {
      answers.add(status);
    }
  }

  List<Delivery> all() {
    return deliveries;
  }

  /** The deliveries that fit, once there are so many. */
  List<Delivery> await(int count, Predicate<Delivery> wanted) throws InterruptedException {
    Instant limit = Instant.now().plus(Duration.ofSeconds(10));
    while (matching(wanted).size() < count) {
      if (Instant.now().isAfter(limit)) {
        throw new AssertionError(
            "Only %d of %d deliveries came".formatted(matching(wanted).size(), count));
      }
      Thread.sleep(10);
    }
    return matching(wanted);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private List<Delivery> matching(Predicate<Delivery> wanted) {
    return deliveries.stream().filter(wanted).toList();
  }

  private synchronized int nextAnswer() {
    return answers.isEmpty() ? 200 : answers.removeFirst();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var headers = exchange.getRequestHeaders();
      deliveries.add(
          new Delivery(body, headers.getFirst("Stripe-Signature"), headers.getFirst("User-Agent")));
      exchange.sendResponseHeaders(nextAnswer(), -1);
    }
  }
}
