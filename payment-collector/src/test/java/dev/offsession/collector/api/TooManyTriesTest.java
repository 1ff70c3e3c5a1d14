package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.support.Addresses;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Who tests cards, or guesses links, is slowed down; everybody else does not notice. */
class TooManyTriesTest {
  private static final int LINK_TRIES = 10;
  private static final int ADDRESS_TRIES = 400;
  private static final int WRONG_LINKS = 20;

  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("en");

  @Test
  void aLinkHasTenTriesAnHourWhereverTheyComeFrom() {
    var link = customer.setupLink();
    for (int i = 0; i < LINK_TRIES; i++) {
      begin(collector.page(), link).expectStatus().isOk();
    }

    begin(collector.page(), link)
        .expectStatus()
        .isEqualTo(429)
        .expectHeader()
        .value("Retry-After", wait -> assertThat(Integer.parseInt(wait)).isBetween(300, 360))
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("too_many_tries");
    var page = collector.page().get().uri(link).exchange();
    page.expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
    assertThat(text(page))
        .contains("data-state=\"too_many\"", "possible in about 6 minutes")
        .doesNotContain("payment-element");
    begin(collector.page(), customer.setupLink()).expectStatus().isOk();
  }

  @Test
  void anAddressHasItsTriesOverAllLinks() {
    var address = Addresses.next();
    var visitor = pageOf(address);
    var links = IntStream.range(0, 60).mapToObj(_ -> customer.setupLink()).toList();
    for (int i = 0; i < ADDRESS_TRIES; i++) {
      begin(visitor, links.get(i % links.size())).expectStatus().isOk();
    }

    var next = customer.setupLink();

    // A try is given back every 1.5 s: on a slow machine some more are let in.
    assertThat(links).anySatisfy(link -> begin(visitor, link).expectStatus().isEqualTo(429));
    begin(pageOf(Addresses.next()), next).expectStatus().isOk();
  }

  @Test
  void whoOpensTwentyWrongLinksWaits() {
    var guesser = collector.visitorFrom(Addresses.next());
    for (int i = 0; i < WRONG_LINKS; i++) {
      guesser
          .get()
          .uri("/pay/" + LinkToken.random().value())
          .exchange()
          .expectStatus()
          .isNotFound();
    }

    var refused = guesser.get().uri(customer.setupLink()).exchange();

    refused.expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
    assertThat(text(refused)).contains("Please wait a moment").doesNotContain("data-act-url");
    guesser.get().uri(customer.setupLink() + "/status").exchange().expectStatus().isEqualTo(429);
    collector.page().get().uri(customer.setupLink()).exchange().expectStatus().isOk();
  }

  private WebTestClient pageOf(String address) {
    return collector
        .visitorFrom(address)
        .mutate()
        .defaultHeader("X-Offsession-Page", "1")
        .defaultHeader("Content-Type", "application/json")
        .build();
  }

  private static ResponseSpec begin(WebTestClient page, String link) {
    return page.post()
        .uri(link + "/begin")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"consent_version\":\"2026-12\",\"language\":\"en\"}")
        .exchange();
  }

  private static String text(ResponseSpec answer) {
    return Objects.requireNonNull(answer.expectBody(String.class).returnResult().getResponseBody());
  }
}
