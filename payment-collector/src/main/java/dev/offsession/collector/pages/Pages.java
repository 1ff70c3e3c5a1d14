package dev.offsession.collector.pages;

import dev.offsession.platform.stripe.StripeSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Renders the customer pages in their common frame. */
public final class Pages {
  private static final Logger log = LoggerFactory.getLogger(Pages.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 18;

  private final PageFrame.Look look;
  private final PageHeaders headers;
  private final Languages languages;

  /**
   * @param base where customers reach the pages
   */
  public Pages(MerchantSettings merchant, StripeSettings stripe, Languages languages, URI base) {
    this.look =
        new PageFrame.Look(merchant, stripe, base.getAuthority(), BrandStyle.of(merchant.accent()));
    this.headers = new PageHeaders(stripe, merchant.logoUrl());
    this.languages = languages;
  }

  /** The language of one page for one visitor. */
  public Locale language(ServerWebExchange exchange, @Nullable Locale customers) {
    return languages.choose(exchange, customers);
  }

  /** Whether the pages speak this language. */
  public boolean speaks(String language) {
    return languages.isSpoken(Locale.forLanguageTag(language));
  }

  /**
   * A page with its model.
   *
   * @param script the page's own script, or null when nothing is left to do on it
   */
  public Rendering page(
      ServerWebExchange exchange,
      Locale language,
      HttpStatus status,
      String template,
      Object model,
      @Nullable String script) {
    var nonce = nonce();
    headers.addTo(exchange.getResponse().getHeaders(), nonce);
    var frame =
        new PageFrame(
            look, language, nonce, script == null ? "" : script, languages.others(language));
    return Rendering.view(PageViews.name(template, language))
        .status(status)
        .modelAttribute("page", frame)
        .modelAttribute(template, model)
        .build();
  }

  /** The one answer to every token that opens nothing, whatever is wrong with it. */
  public Rendering notFound(ServerWebExchange exchange) {
    return message(exchange, HttpStatus.NOT_FOUND, "notfound");
  }

  /** The page cannot say how things stand. */
  public Rendering trouble(ServerWebExchange exchange, Throwable failure) {
    log.warn("A customer page could not be shown: {}", failure.toString());
    return message(exchange, HttpStatus.SERVICE_UNAVAILABLE, "trouble");
  }

  /** Somebody opens link after link. */
  public Rendering tooMany(ServerWebExchange exchange, Duration wait) {
    retryAfter(exchange, wait);
    return message(exchange, HttpStatus.TOO_MANY_REQUESTS, "toomany");
  }

  /** Says when to come back, in whole seconds, never zero. */
  public static void retryAfter(ServerWebExchange exchange, Duration wait) {
    var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  private Rendering message(ServerWebExchange exchange, HttpStatus status, String message) {
    return page(exchange, language(exchange, null), status, "message", message, null);
  }

  private static String nonce() {
    var bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
