package dev.offsession.parts.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A push service (RFC 8030) that has the devices' keys as well, so that one can look at what they
 * would show. {@code POST /push/subscriptions} makes a device and answers as a browser's {@code
 * PushSubscription.toJSON()} does, with an id; {@code DELETE /push/subscriptions/<id>} lets it
 * expire; {@code POST /push/to/<id>} is its endpoint.
 */
public final class PushService implements HttpHandler {
  private static final int BODY_BYTES_MAX = 4096;

  private final Map<String, PushDevice> devices = new ConcurrentHashMap<>();
  private final Map<String, PushDevice> expired = new ConcurrentHashMap<>();
  private final List<ReceivedPush> received = new ArrayList<>();
  private volatile int refusal;

  /** A subscription as a browser tells it. */
  public record Subscription(String id, URI endpoint, String p256dh, String auth) {}

  /** A service with a server of its own on a free port of 127.0.0.1. */
  public static Running start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var service = new PushService();
      server.createContext("/push/", service);
      server.start();
      return new Running(service, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A service and its server. */
  public record Running(PushService service, HttpServer server) implements AutoCloseable {
    /** Where its paths begin. */
    public URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A new device. */
    public Subscription subscribe() {
      return service.subscribe(url());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  /** A new device, whose endpoint lies below this address. */
  public Subscription subscribe(URI base) {
    var id = UUID.randomUUID().toString();
    var device = new PushDevice();
    devices.put(id, device);
    return new Subscription(id, base.resolve("/push/to/" + id), device.p256dh(), device.auth());
  }

  /** From now on the device is gone: 410. */
  public void expire(String id) {
    var device = devices.remove(id);
    if (device != null) {
      expired.put(id, device);
    }
  }

  /** Answers every push with this status from now on; 0 answers as it should be. */
  public void refuseWith(int status) {
    refusal = status;
  }

  /** All pushes so far, in their order. */
  public List<ReceivedPush> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      var path = exchange.getRequestURI().getPath();
      var id = path.substring(path.lastIndexOf('/') + 1);
      switch (exchange.getRequestMethod() + " " + path.substring(0, path.length() - id.length())) {
        case "POST /push/" -> subscribe(exchange);
        case "DELETE /push/subscriptions/" -> {
          expire(id);
          answer(exchange, 204, "");
        }
        case "POST /push/to/" -> take(exchange, id);
        default -> answer(exchange, 404, "Not found");
      }
    }
  }

  private void subscribe(HttpExchange exchange) throws IOException {
    var made = subscribe(base(exchange));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer(
        exchange,
        201,
        """
        {"id":"%s","endpoint":"%s","expirationTime":null,"keys":{"p256dh":"%s","auth":"%s"}}
        """
            .formatted(made.id(), made.endpoint(), made.p256dh(), made.auth()));
  }

  private void take(HttpExchange exchange, String id) throws IOException {
    var body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
    var device = devices.get(id);
    if (refusal != 0) {
      answer(exchange, refusal, "As told");
    } else if (device == null) {
      answer(exchange, expired.containsKey(id) ? 410 : 404, "No such subscription");
    } else {
      var fault = PushRequest.fault(exchange.getRequestHeaders(), body, origin(exchange));
      if (fault.isPresent()) {
        answer(exchange, fault.get().status(), fault.get().sentence());
      } else {
        deliver(exchange, id, device, body);
      }
    }
  }

  private void deliver(HttpExchange exchange, String id, PushDevice device, byte[] body)
      throws IOException {
    try {
      var push = remember(exchange, id, new String(device.read(body), UTF_8));
      exchange.getResponseHeaders().set("Location", base(exchange) + "/push/message/" + push.id());
      exchange.getResponseHeaders().set("TTL", Long.toString(push.ttl()));
      answer(exchange, 201, "");
    } catch (GeneralSecurityException e) {
      // A real service cannot see this; the device would drop the push in silence.
      answer(exchange, 400, "The device cannot read it: " + e.getMessage());
    }
  }

  private ReceivedPush remember(HttpExchange exchange, String id, String payload) {
    var headers = exchange.getRequestHeaders();
    synchronized (received) {
      var push =
          new ReceivedPush(
              Integer.toString(received.size() + 1),
              id,
              payload,
              Long.parseLong(headers.getFirst("TTL")),
              Optional.ofNullable(headers.getFirst("Urgency")).orElse("normal"),
              Optional.ofNullable(headers.getFirst("Topic")).orElse(""),
              Vapid.key(headers.getFirst("Authorization")),
              Instant.now());
      received.add(push);
      return push;
    }
  }

  private static URI base(HttpExchange exchange) {
    return URI.create(origin(exchange));
  }

  private static String origin(HttpExchange exchange) {
    return "http://" + exchange.getRequestHeaders().getFirst("Host");
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
