package dev.offsession.ingest.webhooks.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One walk over a body: keeps the values at the wanted paths and marks what must be redacted. */
final class EventScan {

  /**
   * What is wanted of one object.
   *
   * @param path of the object, empty for the outermost
   * @param values names of the wanted values in it
   * @param objects the objects in it that hold further ones, by name
   */
  private record Wanted(String path, Set<String> values, Map<String, Wanted> objects) {
    static final Wanted NOTHING = new Wanted("", Set.of(), Map.of());
  }

  private static final Wanted EVENT =
      new Wanted(
          "",
          Set.of("object", "id", "type", "api_version", "account", "livemode", "created"),
          Map.of(
              "data",
              new Wanted(
                  "/data",
                  Set.of(),
                  Map.of("object", new Wanted("/data/object", Set.of("id", "object"), Map.of()))),
              "request",
              new Wanted("/request", Set.of("idempotency_key"), Map.of())));

  /**
   * An object or array that is open.
   *
   * @param name empty for the outermost, and for one in an array
   */
  private record Open(String name, Wanted wanted) {}

  private static final String METADATA = "metadata";

  private final JsonParser json;
  private final Redaction redaction;
  private final Map<String, Object> found = new HashMap<>();

  private final List<Open> open = new ArrayList<>();
  private int metadataOpen;
  private String name = "";

  EventScan(JsonParser json, Redaction redaction) {
    this.json = json;
    this.redaction = redaction;
  }

  /** Values of the first (and only) value in the body by their path, such as {@code /type}. */
  Map<String, Object> run() {
    do {
      JsonToken token = json.nextToken();
      if (token == null) {
        return found;
      }
      switch (token) {
        case PROPERTY_NAME -> name = json.currentName();
        case START_OBJECT, START_ARRAY -> enter();
        case END_OBJECT, END_ARRAY -> leave();
        default -> value(token);
      }
    } while (!open.isEmpty());
    return found;
  }

  private void enter() {
    if (Redaction.coversName(name, inMetadata())) {
      int from = start();
      json.skipChildren();
      redaction.mark(from, end());
    } else {
      open.addLast(new Open(name, wanted()));
      metadataOpen += name.equals(METADATA) ? 1 : 0;
    }
    name = "";
  }

  /** Of the object that begins here. */
  private Wanted wanted() {
    return open.isEmpty()
        ? EVENT
        : open.getLast().wanted.objects.getOrDefault(name, Wanted.NOTHING);
  }

  private void leave() {
    metadataOpen -= open.removeLast().name.equals(METADATA) ? 1 : 0;
    name = "";
  }

  private void value(JsonToken token) {
    if (isCovered(token)) {
      redaction.mark(start(), end());
    }
    if (!open.isEmpty() && open.getLast().wanted.values.contains(name)) {
      keep(open.getLast().wanted.path + "/" + name, token);
    }
    if (!inArray()) {
      name = "";
    }
  }

  /** Reading a text also moves the parser to its end. */
  private boolean isCovered(JsonToken token) {
    boolean secretInside =
        token == JsonToken.VALUE_STRING && Redaction.coversText(json.getString());
    return token != JsonToken.VALUE_NULL
        && (secretInside || Redaction.coversName(name, inMetadata()));
  }

  private void keep(String path, JsonToken token) {
    switch (token) {
      case VALUE_STRING -> found.put(path, json.getString());
      case VALUE_NUMBER_INT -> found.put(path, json.getBigIntegerValue());
      case VALUE_TRUE -> found.put(path, true);
      case VALUE_FALSE -> found.put(path, false);
      default -> {}
    }
  }

  private boolean inMetadata() {
    return metadataOpen > 0;
  }

  private boolean inArray() {
    return json.streamReadContext().inArray();
  }

  private int start() {
    return Math.toIntExact(json.currentTokenLocation().getByteOffset());
  }

  private int end() {
    return Math.toIntExact(json.currentLocation().getByteOffset());
  }
}
