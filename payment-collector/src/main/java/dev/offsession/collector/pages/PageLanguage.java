package dev.offsession.collector.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * The language of a page: the one the visitor switched to, else the customer's, else the browser's,
 * else English.
 */
public final class PageLanguage implements LocaleContextResolver {
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.JAPANESE);
  private static final String ATTRIBUTE = PageLanguage.class.getName();

  /** Chooses, and remembers the choice for the templates. */
  public static Locale choose(ServerWebExchange exchange, @Nullable Locale customers) {
    var switched = exchange.getRequest().getQueryParams().getFirst("lang");
    var language = choose(switched, customers, accepted(exchange));
    exchange.getAttributes().put(ATTRIBUTE, language);
    return language;
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

  @Override
  public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
    Locale chosen = exchange.getAttribute(ATTRIBUTE);
    return new SimpleLocaleContext(chosen == null ? Locale.ENGLISH : chosen);
  }

  @Override
  public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
    throw new UnsupportedOperationException("the language is chosen for each request");
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
