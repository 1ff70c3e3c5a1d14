package dev.offsession.collector.pages;

import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import reactor.core.publisher.Mono;

/**
 * Finds a template in the language a page was made for. Spring asks for the request's language
 * before the page is made, when nobody knows the customer yet; so the name carries the language.
 */
public final class PageViews implements ViewResolver, Ordered {
  private static final char SEPARATOR = ':';

  private final ThymeleafReactiveViewResolver templates;

  public PageViews(ThymeleafReactiveViewResolver templates) {
    this.templates = templates;
  }

  static String name(String template, Locale language) {
    return language.toLanguageTag() + SEPARATOR + template;
  }

  /** Before the resolver that knows no language. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<View> resolveViewName(String name, Locale requests) {
    var end = name.indexOf(SEPARATOR);
    return end < 0
        ? Mono.empty()
        : templates.resolveViewName(
            name.substring(end + 1), Locale.forLanguageTag(name.substring(0, end)));
  }
}
