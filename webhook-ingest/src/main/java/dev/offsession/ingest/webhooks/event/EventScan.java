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

  /** Objects that are open around the deepest wanted value. */
  private static final int WANTED_DEPTH = 3;

  private static final String METADATA = "metadata";

  private final JsonParser json;
  private final Redaction redaction;
  private final Map<String, Object> found = new HashMap<>();

  /** Names of the objects and arrays that are open; arrays and the outermost object have none. */
  private final List<String> open = new ArrayList<>();

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
      open.addLast(name);
      metadataOpen += name.equals(METADATA) ? 1 : 0;
    }
    name = "";
  }

  private void leave() {
    metadataOpen -= open.removeLast().equals(METADATA) ? 1 : 0;
    name = "";
  }

  private void value(JsonToken token) {
    int from = start();
    boolean covered = isCovered(token);
    if (covered) {
      redaction.mark(from, end());
    }
    if (open.size() <= WANTED_DEPTH) {
      keep(token);
    }
    if (!inArray()) {
      name = "";
    }
  }

  /** Reading a text also moves the parser to its end. */
  private boolean isCovered(JsonToken token) {
    boolean secretInside =
        token == JsonToken.VALUE_STRING
            && Redaction.coversText(
                json.getStringCharacters(), json.getStringOffset(), json.getStringLength());
    return token != JsonToken.VALUE_NULL
        && (secretInside || Redaction.coversName(name, inMetadata()));
  }

  private void keep(JsonToken token) {
    String path = path();
    if (!WANTED.contains(path)) {
      return;
    }
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
