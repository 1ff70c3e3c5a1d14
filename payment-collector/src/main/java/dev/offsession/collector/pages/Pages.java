package dev.offsession.collector.pages;

import dev.offsession.platform.stripe.StripeSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Renders the customer pages in their common frame. */
public final class Pages {
  private static final Logger log = LoggerFactory.getLogger(Pages.class);

  private final MerchantSettings merchant;
  private final StripeSettings stripe;
  private final PageHeaders headers;

  public Pages(MerchantSettings merchant, StripeSettings stripe, PageHeaders headers) {
    this.merchant = merchant;
    this.stripe = stripe;
    this.headers = headers;
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
    headers.addTo(exchange.getResponse().getHeaders());
    return Rendering.view(PageViews.name(template, language))
        .status(status)
        .modelAttribute("page", new PageFrame(merchant, stripe, language))
        .modelAttribute(template, model)
        .modelAttribute("script", script == null ? "" : script)
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

  private Rendering message(ServerWebExchange exchange, HttpStatus status, String message) {
    var language = PageLanguage.choose(exchange, null);
    return page(exchange, language, status, "message", message, null);
  }
}
