package dev.offsession.localstack.inbox;

import dev.offsession.parts.push.ReceivedPush;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push in the parts that our service worker shows. */
record PushNote(ReceivedPush push, String title, String body, String link, String lang) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static PushNote of(ReceivedPush push) {
    JsonNode payload = json(push);
    return new PushNote(
        push,
        payload.path("title").asString("(no title)"),
        payload.path("body").asString(""),
        webAddress(payload.path("url").asString("")),
        payload.path("lang").asString("en"));
  }

  /** The payload; an empty object when it is no JSON. */
  static JsonNode json(ReceivedPush push) {
    try {
      return JSON.readTree(push.payload());
    } catch (JacksonException _) {
      return JSON.createObjectNode();
    }
  }

  /** Nothing but a web address becomes a link. */
  private static String webAddress(String text) {
    try {
      String scheme = String.valueOf(URI.create(text).getScheme());
      return scheme.equals("http") || scheme.equals("https") ? text : "#";
    } catch (IllegalArgumentException _) {
      return "#";
    }
  }
}
