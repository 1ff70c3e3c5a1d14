package dev.offsession.collector.pages;

import dev.offsession.collector.customers.domain.Evidence;
import dev.offsession.platform.web.ProblemException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;

/** The customer's agreement to later charges, read from what their browser sent. */
public final class Consents {
  /** Version of the words under {@code consent.*}; changed words get a new version. */
  public static final String VERSION = "2026-12";

  private final ClientAddress address;
  private final Languages languages;

  public Consents(ClientAddress address, Languages languages) {
    this.address = address;
    this.languages = languages;
  }

  /** Reads it; refuses words that are not on the page, or no longer. */
  public Evidence read(ServerWebExchange exchange, String textVersion, String language) {
    if (!textVersion.equals(VERSION) || !languages.isSpoken(Locale.forLanguageTag(language))) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "consent_outdated",
          "The words to agree to have changed; load the page again.",
          "/consent_version");
    }
    var agent = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
    return new Evidence(textVersion, language, address.exact(exchange), agent);
  }
}
