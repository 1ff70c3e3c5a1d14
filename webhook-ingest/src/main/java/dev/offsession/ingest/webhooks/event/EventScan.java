package dev.offsession.ingest.webhooks.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One walk over a body: keeps the values at the wanted paths and marks what must be redacted. */
final class EventScan {

  private static final Set<String> WANTED =
      Set.of(
          "/object",
          "/id",
          "/type",
          "/api_version",
          "/account",
          "/livemode",
          "/created",
          "/data/object/id",
          "/data/object/object",
          "/request/idempotency_key");

  private final JsonParser json;
  private final Redaction redaction;
  private final Map<String, Object> found = new HashMap<>();

  /** Names of the objects and arrays that are open; arrays and the outermost object have none. */
  private final Deque<String> open = new ArrayDeque<>();

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
      name = "";
    } else {
      open.addLast(name);
      name = "";
    }
  }

  private void leave() {
    open.removeLast();
    name = "";
  }

  private void value(JsonToken token) {
    int from = start();
    String text = json.getString(); // Also moves the parser to the end of the value.
    boolean covered =
        Redaction.coversName(name, inMetadata())
            || (token == JsonToken.VALUE_STRING && Redaction.coversText(text));
    if (covered && token != JsonToken.VALUE_NULL) {
      redaction.mark(from, end());
    }
    keep(token, text);
    if (!inArray()) {
      name = "";
    }
  }

  private void keep(JsonToken token, String text) {
    String path = path();
    if (!WANTED.contains(path)) {
      return;
    }
    switch (token) {
      case VALUE_STRING -> found.put(path, text);
      case VALUE_NUMBER_INT -> found.put(path, json.getBigIntegerValue());
      case VALUE_TRUE -> found.put(path, true);
      case VALUE_FALSE -> found.put(path, false);
      default -> {}
    }
  }

  private boolean inMetadata() {
    return open.contains("metadata");
  }

  private boolean inArray() {
    return json.streamReadContext().inArray();
  }

  /** An element of an array has an empty last part, which no wanted path has. */
  private String path() {
    return String.join("/", open) + "/" + name;
  }

  private int start() {
    return Math.toIntExact(json.currentTokenLocation().getByteOffset());
  }

  private int end() {
    return Math.toIntExact(json.currentLocation().getByteOffset());
  }
}
