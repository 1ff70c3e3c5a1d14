package dev.offsession.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with everything of its own that it names, as it is before compression.
 *
 * @param bytes of the page and of scripts, styles and images from the same place
 */
public record PageWeight(long bytes) {
  private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/[^\"]*|\\.[^\"]*)\"");
  private static final double KB = 1_000;

  /** Fetches and weighs. */
  public static PageWeight of(URI page) {
    byte[] html = fetch(page);
    long bytes = html.length;
    Matcher named = NAMED.matcher(new String(html, StandardCharsets.UTF_8));
    while (named.find()) {
      bytes += fetch(page.resolve(named.group(1))).length;
    }
    return new PageWeight(bytes);
  }

  /** In units of 1,000 bytes. */
  public double kilobytes() {
    return bytes / KB;
  }

  private static byte[] fetch(URI address) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
