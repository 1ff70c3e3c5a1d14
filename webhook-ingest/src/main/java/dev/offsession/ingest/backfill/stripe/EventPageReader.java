package dev.offsession.ingest.backfill.stripe;

import dev.offsession.ingest.backfill.domain.BackfillException;
import dev.offsession.ingest.backfill.domain.EventPage;
import dev.offsession.ingest.backfill.domain.ListedEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes a list's answer apart without changing a byte of its events, so that a payload is what a
 * webhook would have brought.
 */
final class EventPageReader {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser json;
  private final byte[] body;
  private final List<ListedEvent> events = new ArrayList<>();
  private boolean more;
  private boolean sawData;

  private EventPageReader(JsonParser json, byte[] body) {
    this.json = json;
    this.body = body;
  }

  /** Throws {@link BackfillException} for anything but a list of events. */
  static EventPage read(byte[] body) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
      return new EventPageReader(json, body).page();
    } catch (JacksonException e) {
      throw new BackfillException("Stripe's event list is not JSON");
    }
  }

  private EventPage page() {
    expect(json.nextToken() == JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "data" -> data(value);
        case "has_more" -> more = value == JsonToken.VALUE_TRUE;
        default -> json.skipChildren();
      }
    }
    expect(sawData);
    return new EventPage(List.copyOf(events), more);
  }

  private void data(JsonToken value) {
    expect(value == JsonToken.START_ARRAY);
    sawData = true;
    while (json.nextToken() == JsonToken.START_OBJECT) {
      event();
    }
  }

  private void event() {
    int from = Math.toIntExact(json.currentTokenLocation().getByteOffset());
    String id = "";
    Instant created = Instant.EPOCH;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("id") && value == JsonToken.VALUE_STRING) {
        id = json.getString();
      } else if (name.equals("created") && value == JsonToken.VALUE_NUMBER_INT) {
        created = Instant.ofEpochSecond(json.getLongValue());
      } else {
        json.skipChildren();
      }
    }
    int to = Math.toIntExact(json.currentLocation().getByteOffset());
    expect(!id.isEmpty());
    events.add(new ListedEvent(id, created, ByteBuffer.wrap(body, from, to - from)));
  }

  private static void expect(boolean condition) {
    if (!condition) {
      throw new BackfillException("Stripe's event list has an unexpected shape");
    }
  }
}
