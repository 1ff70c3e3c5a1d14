package dev.offsession.collector.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.security.Calls.Answer;
import dev.offsession.collector.security.Route.Door;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpHeaders;

/** Every route against everybody who might knock. The cases come from the routes themselves. */
class ObjectAccessTest {
  private static final int CASES_MIN = 60;

  private final RunningCollector collector = RunningCollector.get();
  private final Calls calls = new Calls(collector);

  @Test
  void everyRouteHasItsRow() {
    var rows = Route.ALL.stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));

    assertThat(rows).isEqualTo(Route.mapped(collector.routes()));
  }

  @TestFactory
  Stream<DynamicTest> onlyTheRightfulCallerComesIn() {
    var cases = new ArrayList<DynamicTest>();
    var owner = TestCustomer.speaking("en");
    var links = new EnumMap<Door, String>(Door.class);
    for (var door : Door.values()) {
      if (door.opensByLink()) {
        links.put(door, Calls.token(calls.link(door, owner)));
      }
    }
    for (var route : Route.ALL) {
      cases.addAll(route.door().opensByLink() ? ofLink(route, links) : ofKey(route));
    }
    assertThat(cases).hasSizeGreaterThan(CASES_MIN);
    return cases.stream();
  }

  private List<DynamicTest> ofLink(Route route, Map<Door, String> links) {
    var cases = new ArrayList<DynamicTest>();
    cases.add(refusedToken(route, "an unknown link", LinkToken.random().value()));
    cases.add(refusedToken(route, "the merchant's key as a link", RunningCollector.API_KEY));
    cases.add(refusedToken(route, "our internal key as a link", RunningCollector.INTERNAL_KEY));
    links.forEach((door, token) -> {
      if (!path(door).equals(path(route.door()))) {
        cases.add(refusedToken(route, "a link of " + path(door), token));
      }
    });
    cases.add(
        dynamicTest(
            route + " for its customer",
            () ->
                assertThat(calls.withToken(route, fresh(route)).status())
                    .isEqualTo(route.atHome())));
    cases.add(dynamicTest(route + " with an expired link", () -> expired(route)));
    cases.add(dynamicTest(route + " for an erased customer", () -> erased(route)));
    cases.add(dynamicTest(route + " without a link", () -> withoutToken(route)));
    return cases;
  }

  private DynamicTest refusedToken(Route route, String caller, String token) {
    return dynamicTest(
        route + " with " + caller, () -> assertNothing(route, calls.withToken(route, token)));
  }

  private void expired(Route route) {
    var link = calls.link(route.door(), TestCustomer.speaking("en"));
    collector.stored().expire(link);

    var answer = calls.withToken(route, Calls.token(link));

    assertThat(answer.status()).isEqualTo(route.expired());
    assertThat(answer.body()).doesNotContain("_secret_", "1,200", "Monthly box", "4242", "3184");
  }

  private void erased(Route route) {
    var customer = TestCustomer.speaking("en");
    var token = Calls.token(calls.link(route.door(), customer));
    collector
        .merchant()
        .delete()
        .uri("/v1/customers/{reference}", customer.reference())
        .exchange()
        .expectStatus()
        .isNoContent();

    assertNothing(route, calls.withToken(route, token));
  }

  private void withoutToken(Route route) {
    var path = route.path().replace("{token}", "");

    var answer = calls.send(collector.page(), route, path, _ -> {});

    assertThat(answer.status()).isIn(404, 405, 415);
  }

  /** The one answer to everything that opens nothing. */
  private void assertNothing(Route route, Answer answer) {
    var unknown = calls.withToken(route, LinkToken.random().value());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(withoutNonce(answer.body())).isEqualTo(withoutNonce(unknown.body()));
  }

  private List<DynamicTest> ofKey(Route route) {
    if (route.door() == Door.EVERYBODY) {
      return List.of(keyed(route, "anybody", _ -> {}, route.atHome()));
    }
    var right =
        route.door() == Door.MERCHANT ? RunningCollector.API_KEY : RunningCollector.INTERNAL_KEY;
    var wrong =
        route.door() == Door.MERCHANT ? RunningCollector.INTERNAL_KEY : RunningCollector.API_KEY;
    return List.of(
        keyed(route, "nobody's key", _ -> {}, 401),
        keyed(route, "an empty key", bearer(""), 401),
        keyed(route, "the key of the other door", bearer(wrong), 401),
        keyed(route, "half a key", bearer(right.substring(0, right.length() / 2)), 401),
        keyed(route, "a longer key", bearer(right + "x"), 401),
        keyed(
            route, "the key by another scheme", h -> h.set("Authorization", "Basic " + right), 401),
        keyed(route, "the key as a cookie", h -> h.set("Cookie", "Authorization=" + right), 401),
        keyed(route, "a customer's link", bearer(LinkToken.random().value()), 401),
        keyed(route, "the right key", bearer(right), route.atHome()));
  }

  private DynamicTest keyed(
      Route route, String caller, Consumer<HttpHeaders> headers, int expected) {
    return dynamicTest(
        route + " with " + caller,
        () -> {
          var customer = TestCustomer.speaking("en");
          assertThat(calls.withHeaders(route, customer.reference(), headers).status())
              .isEqualTo(expected);
        });
  }

  private String fresh(Route route) {
    return Calls.token(calls.link(route.door(), TestCustomer.speaking("en")));
  }

  private static String path(Door door) {
    return door == Door.SAVED ? "SETUP" : door.name();
  }

  private static Consumer<HttpHeaders> bearer(String key) {
    return headers -> headers.set("Authorization", "Bearer " + key);
  }

  private static String withoutNonce(String body) {
    return body.replaceAll("nonce=\"[^\"]*\"", "");
  }
}
