package dev.offsession.collector.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.offsession.platform.kafka.EventPublisher;
import dev.offsession.platform.kafka.OutgoingEvent;
import dev.offsession.schemas.StripeEvent;
import dev.offsession.schemas.StripeEventSource;
import dev.offsession.schemas.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the simulator's webhooks to Kafka as webhook-ingest does, without looking at signatures.
 */
final class WebhookBridge {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CompletableFuture<EventPublisher> publisher = new CompletableFuture<>();
  private final HttpServer server;

  WebhookBridge() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  void publishTo(EventPublisher events) {
    publisher.complete(events);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      publisher.join().publish(event(body)).join();
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static OutgoingEvent event(byte[] body) {
    var json = JSON.readTree(body);
    var object = json.path("data").path("object");
    var id = json.path("id").stringValue();
    return new OutgoingEvent(
        Topic.STRIPE_EVENTS,
        object.path("id").stringValue(),
        record(body, json, object),
        id,
        json.path("type").stringValue(),
        "/test",
        Instant.now());
  }

  private static StripeEvent record(byte[] body, JsonNode json, JsonNode object) {
    return StripeEvent.newBuilder()
        .setEventId(json.path("id").stringValue())
        .setType(json.path("type").stringValue())
        .setLivemode(false)
        .setCreated(Instant.ofEpochSecond(json.path("created").longValue()))
        .setObjectId(object.path("id").stringValue())
        .setObjectType(object.path("object").stringValue())
        .setPayload(ByteBuffer.wrap(body))
        .setReceivedAt(Instant.now())
        .setSource(StripeEventSource.WEBHOOK)
        .build();
  }
}
