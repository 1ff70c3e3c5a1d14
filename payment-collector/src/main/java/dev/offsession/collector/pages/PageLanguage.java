package dev.offsession.collector.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The language of a page: the one the visitor switched to, else the customer's, else the browser's,
 * else English.
 */
public final class PageLanguage {
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.JAPANESE);

  private PageLanguage() {}

  /** Chooses for one request. */
  public static Locale choose(ServerWebExchange exchange, @Nullable Locale customers) {
    var switched = exchange.getRequest().getQueryParams().getFirst("lang");
    return choose(switched, customers, accepted(exchange));
  }

  static Locale choose(
      @Nullable String switched, @Nullable Locale customers, List<Locale.LanguageRange> accepted) {
    if (switched != null && isSpoken(Locale.forLanguageTag(switched))) {
      return Locale.of(Locale.forLanguageTag(switched).getLanguage());
    }
    if (customers != null && isSpoken(customers)) {
      return Locale.of(customers.getLanguage());
    }
    var browsers = Locale.lookup(accepted, SPOKEN);
    return browsers == null ? Locale.ENGLISH : browsers;
  }

  private static boolean isSpoken(Locale locale) {
    return SPOKEN.stream().anyMatch(spoken -> spoken.getLanguage().equals(locale.getLanguage()));
  }

  private static List<Locale.LanguageRange> accepted(ServerWebExchange exchange) {
    try {
      return exchange.getRequest().getHeaders().getAcceptLanguage();
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }
}
