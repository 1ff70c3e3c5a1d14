package dev.offsession.localstack.client;

import dev.offsession.localstack.stack.Addresses;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Reads the customers' mails. */
public final class InboxClient {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final URI base;
  private final HttpJson http;

  /** The inbox at these addresses. */
  public InboxClient(Addresses addresses) {
    base = addresses.inbox();
    http = new HttpJson(base, null);
  }

  /**
   * A mail.
   *
   * @param page where a person reads it
   * @param links web addresses in its plain part
   */
  public record Mail(
      String id, List<String> to, String subject, String text, List<URI> links, URI page) {}

  /** Every mail to this address so far, oldest first. */
  public List<Mail> to(String recipient) {
    String query = URLEncoder.encode(recipient, StandardCharsets.UTF_8);
    return http.get("/api/messages?to=" + query)
        .path("data")
        .valueStream()
        .map(this::mail)
        .toList();
  }

  private Mail mail(JsonNode json) {
    String id = json.path("id").asString();
    return new Mail(
        id,
        json.path("to").valueStream().map(JsonNode::asString).toList(),
        json.path("subject").asString(""),
        json.path("text").asString(""),
        json.path("links").valueStream().map(link -> URI.create(link.asString())).toList(),
        base.resolve("/messages/" + id));
  }

  /** The first mail to this address that is wanted, or empty when none came in time. */
  public Optional<Mail> await(String recipient, Predicate<Mail> wanted, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    Optional<Mail> found = first(recipient, wanted);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      pause();
      found = first(recipient, wanted);
    }
    return found;
  }

  private Optional<Mail> first(String recipient, Predicate<Mail> wanted) {
    return to(recipient).stream().filter(wanted).findFirst();
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackCallException("Interrupted while waiting for a mail", e);
    }
  }
}
