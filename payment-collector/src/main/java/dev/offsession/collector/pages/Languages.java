package dev.offsession.collector.pages;

import dev.offsession.platform.settings.SettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.server.ServerWebExchange;

/**
 * The languages the pages speak: those that have a file of texts, or the merchant's choice among
 * them. A new language is a new file {@code i18n/pages_<code>.properties}.
 */
public final class Languages {
  private static final String FILES = "classpath*:i18n/pages_*.properties";
  private static final Pattern FILE = Pattern.compile("pages_([a-z]{2,3})\\.properties");

  private final List<Locale> spoken;

  Languages(List<Locale> spoken) {
    this.spoken = List.copyOf(spoken);
  }

  /**
   * The merchant's languages, or all that have texts; refuses one that has none.
   *
   * @param wanted language codes, the first for everybody else; empty for all, English first
   */
  public static Languages of(List<String> wanted) {
    var known = withTexts();
    for (var code : wanted) {
      if (!known.contains(code)) {
        throw SettingException.wrong(
            "offsession.merchant.languages", "must name languages that have texts: " + known);
      }
    }
    var codes = wanted.isEmpty() ? List.copyOf(known) : wanted;
    return new Languages(codes.stream().map(Locale::of).toList());
  }

  /** The language of one page: what the visitor switched to, else the customer's, else theirs. */
  public Locale choose(ServerWebExchange exchange, @Nullable Locale customers) {
    var switched = exchange.getRequest().getQueryParams().getFirst("lang");
    return choose(switched, customers, accepted(exchange));
  }

  Locale choose(
      @Nullable String switched, @Nullable Locale customers, List<Locale.LanguageRange> accepted) {
    if (switched != null && isSpoken(Locale.forLanguageTag(switched))) {
      return Locale.of(Locale.forLanguageTag(switched).getLanguage());
    }
    if (customers != null && isSpoken(customers)) {
      return Locale.of(customers.getLanguage());
    }
    var browsers = Locale.lookup(accepted, spoken);
    return browsers == null ? spoken.getFirst() : browsers;
  }

  /** Whether the pages speak it. */
  public boolean isSpoken(Locale locale) {
    return spoken.stream().anyMatch(known -> known.getLanguage().equals(locale.getLanguage()));
  }

  /** What a visitor of a page in this language can switch to. */
  List<Locale> others(Locale shown) {
    return spoken.stream().filter(other -> !other.equals(shown)).toList();
  }

  private static Set<String> withTexts() {
    var codes = new TreeSet<>(Set.of("en"));
    try {
      for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
        var name = FILE.matcher(String.valueOf(file.getFilename()));
        if (name.matches()) {
          codes.add(name.group(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }

  private static List<Locale.LanguageRange> accepted(ServerWebExchange exchange) {
    try {
      return exchange.getRequest().getHeaders().getAcceptLanguage();
    } catch (IllegalArgumentException _) {
      return List.of();
    }
  }
}
