package dev.offsession.collector.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentConfirmParams;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A link is one secret for one customer, one thing and one time. */
class LinkSecretsTest {
  private static final int TOKEN_LENGTH = 43;
  private static final int ATONCE = 100;

  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("en");
  private final String requestId = "req_" + UUID.randomUUID();
  private final String intent =
      customer.stuckPayment(customer.saveCard("pm_card_authenticationRequired"));
  private final String link = customer.payLink(requestId, intent);
  private final String token = Calls.token(link);

  @TestFactory
  Stream<DynamicTest> noOtherTextOpensIt() {
    var others = new ArrayList<String>();
    // One character changed, in every third place: each holds six of the 256 bits.
    IntStream.iterate(0, place -> place < TOKEN_LENGTH - 1, place -> place + 3)
        .forEach(place -> others.add(flipped(place)));
    others.add(token.substring(1));
    others.add(token.substring(0, TOKEN_LENGTH - 1));
    others.add(token.substring(0, 8));
    others.add(token + "A");
    others.add(token + "=");
    others.add("A" + token);
    others.add(token + token);
    others.add(token.substring(1) + token.charAt(0));
    others.add(new StringBuilder(token).reverse().toString());
    others.add(new LinkToken(token).hash());
    others.add(intent);
    others.add(requestId);
    others.add(customer.reference());
    others.add(customer.stripeId());
    others.add(token + "%00");
    others.add(token + "%0A");
    others.add("%20" + token);
    others.add(token + ";x=1");
    others.add("*");
    others.add("%7B%22$ne%22:null%7D");
    return others.stream()
        .map(other -> dynamicTest(other.length() + " characters", () -> opensNothing(other)));
  }

  private void opensNothing(String other) {
    for (var way : List.of("/pay/", "/setup/", "/cards/", "/preferences/")) {
      var status =
          collector
              .page()
              .get()
              .uri(java.net.URI.create(collector.url() + way + other))
              .exchange()
              .returnResult(String.class)
              .getStatus()
              .value();
      // Parameters of a path segment are no part of it; without them the link is itself again.
      assertThat(status).isEqualTo(other.contains(";") && way.equals("/pay/") ? 200 : 404);
    }
  }

  private String flipped(int place) {
    var changed = token.charAt(place) == 'A' ? 'B' : 'A';
    return token.substring(0, place) + changed + token.substring(place + 1);
  }

  @Test
  void oneSecondBeforeItsEndItOpensAndOneSecondAfterItDoesNot() {
    collector.stored().expire(link, Instant.now().plusSeconds(5));
    assertThat(state()).isEqualTo("authenticate");

    collector.stored().expire(link, Instant.now().minusSeconds(1));

    assertThat(state()).isEqualTo("expired");
    assertThat(act("saved_card")).contains("\"reload\"").doesNotContain("_secret_");
  }

  @Test
  void afterItsEndItTellsNothingOfThePayment() {
    collector.stored().expire(link);

    var page = text(get());

    assertThat(page)
        .contains("data-state=\"expired\"")
        .doesNotContain("1,200", "Monthly box", "3184", intent.substring(intent.length() - 8));
  }

  @Test
  void itIsSpentByThePaymentAndNotByOpening() throws StripeException {
    for (int i = 0; i < 10; i++) {
      get().expectStatus().isOk();
    }
    assertThat(act("saved_card")).contains("_secret_");

    pay("pm_card_visa");

    assertThat(state()).isEqualTo("succeeded");
    assertThat(act("saved_card")).contains("\"reload\"").doesNotContain("_secret_");
    assertThat(act("new_card")).doesNotContain("_secret_");
  }

  @Test
  void revokedItGivesNothingOutAnyMore() {
    collector.part(LinkService.class).endAllOfCharge(requestId, LinkEnd.CANCELED).block();

    assertThat(state()).isEqualTo("canceled");
    assertThat(act("saved_card")).contains("\"reload\"").doesNotContain("_secret_");
  }

  @Test
  void aLinkOfAnotherChargeStaysWithThatCharge() {
    var other = customer.stuckPayment(customer.saveCard("pm_card_authenticationRequired"));
    var otherLink = customer.payLink("req_" + UUID.randomUUID(), other);
    collector.part(LinkService.class).endAllOfCharge(requestId, LinkEnd.CANCELED).block();

    assertThat(state()).isEqualTo("canceled");
    collector
        .page()
        .get()
        .uri(otherLink + "/status")
        .exchange()
        .expectBody()
        .jsonPath("$.state")
        .isEqualTo("authenticate");
  }

  @Test
  void aHundredUsesAtOnceChargeOnce() throws Exception {
    var answers = atOnce(() -> act("saved_card"));
    assertThat(answers).allMatch(answer -> answer.contains("_secret_") || answer.contains("429"));

    var paid = atOnce(() -> confirmed() ? "paid" : "refused");

    assertThat(paid).containsOnlyOnce("paid");
    assertThat(customer.payment(intent).getAmountReceived()).isEqualTo(1200);
  }

  @Test
  void aHundredBeginningsAtOnceMakeOneSetup() throws Exception {
    var setup = customer.setupLink();

    var secrets =
        atOnce(() ->
                text(
                    collector
                        .page()
                        .post()
                        .uri(setup + "/begin")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"consent_version\":\"2026-12\",\"language\":\"en\"}")
                        .exchange()))
            .stream()
            .filter(answer -> answer.contains("_secret_"))
            .distinct();

    assertThat(secrets).hasSize(1);
    assertThat(collector.stored().customer(customer.reference()).getList("consents", Object.class))
        .hasSize(1);
  }

  @Test
  void theSecretIsNowhereInTheStore() {
    assertThat(collector.stored().everything())
        .noneMatch(document -> document.contains(token) || document.contains("_secret_"));
  }

  private boolean confirmed() {
    try {
      pay("pm_card_visa");
      return true;
    } catch (StripeException refused) {
      return false;
    }
  }

  private void pay(String method) throws StripeException {
    collector
        .stripe()
        .v1()
        .paymentIntents()
        .confirm(intent, PaymentIntentConfirmParams.builder().setPaymentMethod(method).build());
  }

  private static List<String> atOnce(Callable<String> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var results = new ArrayList<String>();
      for (Future<String> result : threads.invokeAll(java.util.Collections.nCopies(ATONCE, work))) {
        results.add(result.get());
      }
      return results;
    }
  }

  private ResponseSpec get() {
    return collector.page().get().uri(link).exchange();
  }

  private String state() {
    var page = text(get());
    var start = page.indexOf("data-state=\"") + "data-state=\"".length();
    return page.substring(start, page.indexOf('"', start));
  }

  private String act(String choice) {
    return text(
        collector
            .page()
            .post()
            .uri(link + "/act")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue("{\"choice\":\"" + choice + "\"}")
            .exchange());
  }

  private static String text(ResponseSpec answer) {
    return Objects.requireNonNullElse(
        answer.expectBody(String.class).returnResult().getResponseBody(), "");
  }
}
