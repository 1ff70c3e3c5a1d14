package dev.offsession.collector.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page, good or not, carries the same strict headers. */
class HeadersTest {
  private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/]{24})'");

  private final RunningCollector collector = RunningCollector.get();

  /** Each way to a page: opened, expired, or opening nothing. */
  static Stream<String> pages() {
    var calls = new Calls(RunningCollector.get());
    return Route.ALL.stream()
        .filter(Route::isPage)
        .flatMap(route -> {
          var good = calls.link(route.door(), TestCustomer.speaking("en"));
          var expired = calls.link(route.door(), TestCustomer.speaking("ja"));
          RunningCollector.get().stored().expire(expired);
          var unknown = route.path().replace("{token}", LinkToken.random().value());
          return Stream.of(good, expired, RunningCollector.get().url() + unknown);
        });
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsLockedDown(String link) {
    var answer =
        collector.page().get().uri(link).exchange().expectBody(String.class).returnResult();
    var headers = answer.getResponseHeaders();

    assertThat(headers.getFirst("Cache-Control")).isEqualTo("no-store");
    assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("DENY");
    assertThat(headers.getFirst("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(headers.getFirst("Permissions-Policy")).contains("camera=()");
    assertThat(headers.getFirst("Strict-Transport-Security")).contains("max-age=");
    assertThat(headers.getFirst("Cross-Origin-Opener-Policy")).startsWith("same-origin");
    assertThat(headers.getFirst("Content-Type")).startsWith("text/html");
    assertThat(headers.headerNames()).doesNotContain("Set-Cookie", "Server", "X-Powered-By");
    var policy = Objects.requireNonNull(headers.getFirst("Content-Security-Policy"));
    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'nonce-")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", " * ", "data:");
    onlyWhatCarriesTheNonce(policy, Objects.requireNonNull(answer.getResponseBody()));
  }

  private static void onlyWhatCarriesTheNonce(String policy, String page) {
    var nonce = NONCE.matcher(policy);
    assertThat(nonce.find()).isTrue();
    var mark = "nonce=\"" + nonce.group(1) + "\"";
    for (var element : List.of("<script", "<style")) {
      Pattern.compile(element + "[^>]*>")
          .matcher(page)
          .results()
          .forEach(found -> assertThat(found.group()).contains(mark));
    }
    assertThat(page).doesNotContainPattern("<[^>]+\\son[a-z]+=").doesNotContain(" style=");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noNonceIsUsedTwice(String link) {
    assertThat(nonceOf(link)).isNotEqualTo(nonceOf(link));
  }

  private String nonceOf(String link) {
    var policy =
        collector
            .page()
            .get()
            .uri(link)
            .exchange()
            .returnResult(String.class)
            .getResponseHeaders()
            .getFirst("Content-Security-Policy");
    var nonce = NONCE.matcher(Objects.requireNonNull(policy));
    assertThat(nonce.find()).isTrue();
    return nonce.group(1);
  }
}
