package dev.offsession.charging.system;

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
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does for tests what webhook-ingest does: takes webhooks and puts them on the topic. */
final class WebhookBridge implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private volatile @Nullable EventPublisher publisher;

  private WebhookBridge(HttpServer server) {
    this.server = server;
  }

  static WebhookBridge start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      WebhookBridge bridge = new WebhookBridge(server);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", bridge::take);
      server.start();
      return bridge;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/webhooks";
  }

  void publishTo(EventPublisher events) {
    this.publisher = events;
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    EventPublisher events = publisher;
    if (events != null) {
      events.publish(toEvent(body)).join();
    }
    exchange.sendResponseHeaders(events == null ? 503 : 200, -1);
    exchange.close();
  }

  static OutgoingEvent toEvent(byte[] body) {
    JsonNode event = JSON.readTree(body);
    JsonNode object = event.path("data").path("object");
    StripeEvent record =
        StripeEvent.newBuilder()
            .setEventId(event.path("id").asString())
            .setType(event.path("type").asString())
            .setLivemode(false)
            .setCreated(Instant.ofEpochSecond(event.path("created").asLong()))
            .setObjectId(object.path("id").asString())
            .setObjectType(object.path("object").asString())
            .setRequestIdempotencyKey(
                event.path("request").path("idempotency_key").asStringOpt().orElse(null))
            .setPayload(ByteBuffer.wrap(body))
            .setReceivedAt(Instant.now())
            .setSource(StripeEventSource.WEBHOOK)
            .build();
    return new OutgoingEvent(
        Topic.STRIPE_EVENTS,
        record.getObjectId(),
        record,
        record.getEventId(),
        record.getType(),
        "/test",
        record.getCreated());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
