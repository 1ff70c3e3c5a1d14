package dev.offsession.ingest.webhooks.event;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads the few fields we need from an event's body in one pass, and redacts it on the way. */
public final class EventReader {

  private static final int DEPTH_MAX = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /**
   * The event in a body whose signature was verified.
   *
   * @throws UnusableEventException if it is no JSON, no event, or an event without its object
   */
  public ReceivedEvent read(byte[] body) throws UnusableEventException {
    Redaction redaction = new Redaction();
    Map<String, Object> fields = scan(body, redaction);
    String object = text(fields, "/object");
    if ("v2.core.event".equals(object)) {
      throw UnusableEventException.ofThinEvent();
    }
    if (!"event".equals(object)) {
      throw new UnusableEventException("it is no event");
    }
    return event(fields, redaction, body);
  }

  private static Map<String, Object> scan(byte[] body, Redaction redaction)
      throws UnusableEventException {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      Map<String, Object> fields = new EventScan(json, redaction).run();
      if (json.nextToken() != null) {
        throw new UnusableEventException("its body holds more than one value");
      }
      return fields;
    } catch (JacksonException _) {
      throw new UnusableEventException("its body is not valid JSON");
    }
  }

  private static ReceivedEvent event(Map<String, Object> fields, Redaction redaction, byte[] body)
      throws UnusableEventException {
    String id = required(fields, "/id");
    String objectId = text(fields, "/data/object/id");
    if (!(fields.get("/livemode") instanceof Boolean livemode)) {
      throw new UnusableEventException("it has no livemode");
    }
    return new ReceivedEvent(
        id,
        required(fields, "/type"),
        text(fields, "/api_version"),
        text(fields, "/account"),
        livemode,
        created(fields),
        objectId == null ? id : objectId,
        required(fields, "/data/object/object"),
        text(fields, "/request/idempotency_key"),
        redaction.apply(body));
  }

  private static Instant created(Map<String, Object> fields) throws UnusableEventException {
    if (fields.get("/created") instanceof BigInteger seconds && seconds.bitLength() < 40) {
      return Instant.ofEpochSecond(seconds.longValue());
    }
    throw new UnusableEventException("it has no created");
  }

  private static String required(Map<String, Object> fields, String path)
      throws UnusableEventException {
    String text = text(fields, path);
    if (text == null || text.isEmpty()) {
      throw new UnusableEventException("it has no " + path.substring(path.lastIndexOf('/') + 1));
    }
    return text;
  }

  private static @Nullable String text(Map<String, Object> fields, String path) {
    return fields.get(path) instanceof String text ? text : null;
  }
}
