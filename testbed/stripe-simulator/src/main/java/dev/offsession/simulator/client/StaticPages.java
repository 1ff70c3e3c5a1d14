package dev.offsession.simulator.client;

import dev.offsession.simulator.http.HttpReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scripts and pages from the class path: the Stripe.js stand-in and its frames. */
public final class StaticPages {
  private static final Pattern FILE = Pattern.compile("/(js|pages)/([\\w-]+(\\.[\\w-]+)+)");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  /** The page or script at a path, if there is one. */
  public Optional<HttpReply.Answer> find(String path) {
    if (path.startsWith("/element/")) {
      return resource("pages", "element.html");
    }
    if (path.startsWith("/challenge/")) {
      return resource("pages", "challenge.html");
    }
    var matcher = FILE.matcher(path);
    return matcher.matches() ? resource(matcher.group(1), matcher.group(2)) : Optional.empty();
  }

  private static Optional<HttpReply.Answer> resource(String folder, String name) {
    try (InputStream in = StaticPages.class.getResourceAsStream("/" + folder + "/" + name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(page(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpReply.Answer page(String name, String body) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return new HttpReply.Answer(
        200,
        Map.of(
            "Content-Type",
            TYPES.getOrDefault(ending, "text/plain; charset=utf-8"),
            "Cache-Control",
            "no-store",
            "X-Content-Type-Options",
            "nosniff",
            "Access-Control-Allow-Origin",
            "*"),
        body);
  }
}
