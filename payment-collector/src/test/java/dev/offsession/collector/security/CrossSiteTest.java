package dev.offsession.collector.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.support.Addresses;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Other sites cannot act for a customer: there is no session to ride on, and no page but ours. */
class CrossSiteTest {
  private final RunningCollector collector = RunningCollector.get();
  private final Calls calls = new Calls(collector);

  static Stream<Route> acts() {
    return Route.ALL.stream().filter(Route::isAct);
  }

  static Stream<Route> pages() {
    return Route.ALL.stream().filter(Route::isPage);
  }

  @ParameterizedTest
  @MethodSource("acts")
  void anotherSiteActsForNobody(Route route) {
    var path = route.path().replace("{token}", LinkToken.random().value());
    var visitor = collector.visitorFrom(Addresses.next());

    for (var headers : foreignHeaders()) {
      var answer = calls.send(visitor, route, path, all -> headers.forEach(all::set));
      assertThat(answer.status()).as("%s %s", route, headers).isEqualTo(403);
    }
  }

  /** What browsers send, new and old, for a request that does not come from our own page. */
  private static List<Map<String, String>> foreignHeaders() {
    var mark = "X-Offsession-Page";
    return List.of(
        Map.of(),
        Map.of("Sec-Fetch-Site", "same-origin"),
        Map.of(mark, "1", "Sec-Fetch-Site", "cross-site"),
        Map.of(mark, "1", "Sec-Fetch-Site", "same-site"),
        Map.of(mark, "1", "Sec-Fetch-Site", "none"),
        Map.of(mark, "1", "Origin", "https://evil.example"),
        Map.of(mark, "1", "Origin", "null"));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void noGetChangesAnything(Route route) {
    var path = route.path().replace("{token}", LinkToken.random().value());

    for (var verb : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
      if (route.path().endsWith("{token}")) {
        continue; // This one is the page itself, and shows it.
      }
      collector.page().method(verb).uri(path).exchange().expectStatus().isEqualTo(405);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aFormOfAnotherSiteIsNotUnderstood(String type) {
    var link = calls.link(Route.Door.PAY, TestCustomer.speaking("en"));

    collector
        .page()
        .post()
        .uri(link + "/act")
        .contentType(MediaType.parseMediaType(type))
        .bodyValue("{\"choice\":\"saved_card\"}")
        .exchange()
        .expectStatus()
        .isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({"https://evil.example", "null", "http://127.0.0.1:1"})
  void aPreflightFromElsewhereAllowsNothing(String origin) {
    var link = calls.link(Route.Door.PAY, TestCustomer.speaking("en"));

    var headers =
        collector
            .anonymous()
            .options()
            .uri(link + "/act")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "x-offsession-page,content-type")
            .exchange()
            .returnResult(String.class)
            .getResponseHeaders();

    assertThat(headers.headerNames()).noneMatch(name -> name.startsWith("Access-Control-Allow"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void thereIsNoSessionToRideOn(Route route) {
    var token = Calls.token(calls.link(route.door(), TestCustomer.speaking("en")));

    assertThat(calls.withToken(route, token).headers().headerNames()).doesNotContain("Set-Cookie");
  }

  @Test
  void anOldBrowserOnOurOwnPageMayAct() {
    var link = calls.link(Route.Door.PAY, TestCustomer.speaking("en"));

    collector
        .anonymous()
        .post()
        .uri(link + "/presence")
        .header("X-Offsession-Page", "1")
        .header("Origin", collector.url())
        .exchange()
        .expectStatus()
        .isNoContent();
  }

  @Test
  void theOneClickOfAMailProgramMutesAndNothingElse() {
    var customer = TestCustomer.speaking("en");
    var link = customer.preferencesLink();

    collector
        .anonymous()
        .post()
        .uri(link)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .bodyValue("List-Unsubscribe=Something-Else")
        .exchange()
        .expectStatus()
        .isNotFound();
    assertThat(muted(customer)).isFalse();
    collector
        .anonymous()
        .post()
        .uri(link)
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .bodyValue("List-Unsubscribe=One-Click")
        .exchange()
        .expectStatus()
        .isNoContent();
    assertThat(muted(customer)).isTrue();
  }

  private boolean muted(TestCustomer customer) {
    return collector.stored().customer(customer.reference()).getBoolean("reminders_muted", false);
  }
}
