package dev.offsession.localstack.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One of Offsession's customer pages as it was served: its state and what its script is told, read
 * from the {@code data-} attributes of the main element. Fetching a page changes nothing.
 *
 * @param url where it was fetched from
 * @param data attribute names without {@code data-}, and their values
 */
record CustomerPage(URI url, Map<String, String> data) {

  private static final Duration TIMEOUT = Duration.ofSeconds(15);
  private static final Pattern MAIN = Pattern.compile("<main\\b[^>]*>", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("\\bdata-([a-z-]+)=\"([^\"]*)\"");

  /** Also an expired or unknown link has a page: its state says so. */
  static CustomerPage fetch(HttpClient http, URI url) {
    try {
      var request = HttpRequest.newBuilder(url).timeout(TIMEOUT).GET().build();
      return parse(url, http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException failure) {
      throw new CustomerStuckException("The customer page does not answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CustomerStuckException("Interrupted while opening the page", interrupted);
    }
  }

  static CustomerPage parse(URI url, String html) {
    var main = MAIN.matcher(html);
    if (!main.find()) {
      throw new CustomerStuckException("What was served is not a customer page");
    }
    Map<String, String> data = new LinkedHashMap<>();
    var attribute = ATTRIBUTE.matcher(main.group());
    while (attribute.find()) {
      data.put(attribute.group(1), unescape(attribute.group(2)));
    }
    return new CustomerPage(url, data);
  }

  String state() {
    return data.getOrDefault("state", "unknown");
  }

  /** One of the page's values; a page in a state without it cannot be acted on. */
  String value(String name) {
    String value = data.get(name);
    if (value == null) {
      throw new CustomerStuckException("The page shows '" + state() + "' and offers no " + name);
    }
    return value;
  }

  URI address(String name) {
    return url.resolve(value(name));
  }

  private static String unescape(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
