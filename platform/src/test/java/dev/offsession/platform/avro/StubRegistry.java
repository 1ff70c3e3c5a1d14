package dev.offsession.platform.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A schema registry that a test can break: it knows schemas by their canonical form, answers in
 * Confluent's shapes, and can be slow, refuse, or be gone.
 */
public final class StubRegistry implements AutoCloseable {

  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, String> texts = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;

  private volatile Reply reply = Reply.NORMAL;
  private volatile BooleanSupplier isBroken = () -> false;
  private volatile Duration delay = Duration.ZERO;

  /** What a broken registry answers instead. */
  public record Reply(int status, String body) {
    static final Reply NORMAL = new Reply(200, "");
  }

  public StubRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Knows this schema under this id. */
  public void know(int id, String subject, Schema schema) {
    String text = SourceText.of(schema);
    ids.put(subject + " " + canonical(new Schema.Parser().parse(text)), id);
    texts.put(id, text);
  }

  public int requests() {
    return requests.get();
  }

  /** Answers every request like this until {@link #heal()}. */
  public void answer(int status, String body) {
    reply = new Reply(status, body);
    isBroken = () -> true;
  }

  /** Answers the next requests like this, then normally. */
  public void answerNext(int times, int status) {
    AtomicInteger left = new AtomicInteger(times);
    reply = new Reply(status, "{}");
    isBroken = () -> left.getAndDecrement() > 0;
  }

  public void delay(Duration duration) {
    delay = duration;
  }

  public void heal() {
    isBroken = () -> false;
    delay = Duration.ZERO;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    pause();
    Reply answer =
        isBroken.getAsBoolean() ? reply : answer(exchange.getRequestURI().getPath(), request);
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Reply answer(String path, String request) {
    return path.startsWith("/schemas/ids/")
        ? schema(Integer.parseInt(path.substring("/schemas/ids/".length())))
        : lookUp(path.substring("/subjects/".length()), request);
  }

  private Reply schema(int id) {
    String text = texts.get(id);
    return text == null
        ? new Reply(404, "{\"error_code\":40403,\"message\":\"Schema " + id + " not found\"}")
        : new Reply(200, JsonMapper.shared().createObjectNode().put("schema", text).toString());
  }

  private Reply lookUp(String subject, String request) {
    JsonNode body = JsonMapper.shared().readTree(request);
    Schema schema = new Schema.Parser().parse(body.path("schema").asString());
    Integer id = ids.get(subject + " " + canonical(schema));
    return id == null
        ? new Reply(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}")
        : new Reply(200, "{\"id\":" + id + ",\"version\":1}");
  }

  /** Full text without documentation, as registries compare; Java's hints make another schema. */
  private static String canonical(Schema schema) {
    return SchemaNormalization.toParsingForm(schema)
        + (schema.toString().contains("avro.java.string") ? " with Java hints" : "");
  }

  private void pause() {
    try {
      Thread.sleep(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
