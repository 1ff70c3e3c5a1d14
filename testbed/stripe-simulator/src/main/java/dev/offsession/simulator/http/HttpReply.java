package dev.offsession.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What goes back over the connection. */
public sealed interface HttpReply {

  /** A whole answer. */
  record Answer(int status, Map<String, String> headers, String body) implements HttpReply {
    /** The same answer with one more header. */
    public Answer with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Answer(status, more, body);
    }
  }

  /** The connection ends in the middle of the answer. */
  record Truncated(Answer answer) implements HttpReply {}

  /** The connection ends without a byte. */
  record Dropped() implements HttpReply {}

  /** A JSON answer. */
  static Answer json(int status, JsonNode body) {
    return json(status, dev.offsession.simulator.render.Json.text(body));
  }

  /** A JSON answer from ready text. */
  static Answer json(int status, String body) {
    return typed(status, "application/json", body);
  }

  /** An answer of any type. */
  static Answer typed(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), body);
  }
}
