package dev.offsession.simulator.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the connection.
 *
 * @param headers names in lower case
 * @param query the undecoded query string, empty when there is none
 */
public record RawRequest(
    String method, String path, String query, Map<String, String> headers, String body) {

  /** A header by its lower-case name. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** A header, or what holds when it is absent. */
  public String header(String name, String otherwise) {
    return headers.getOrDefault(name, otherwise);
  }
}
