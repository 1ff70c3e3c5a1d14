package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ConsentAndErasureTest {
  private static final String BEGIN = "{\"consent_version\":\"2026-12\",\"language\":\"ja\"}";

  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("ja");

  @Test
  void theAgreementIsKeptWithWordsLanguageTimeAddressAndBrowser() {
    var before = Instant.now().minusMillis(1);

    begin(customer.setupLink(), BEGIN).expectStatus().isOk();

    var consent = consent();
    assertThat(consent.getString("text_version")).isEqualTo("2026-12");
    assertThat(consent.getString("language")).isEqualTo("ja");
    assertThat(consent.getDate("given_at").toInstant()).isBetween(before, Instant.now());
    assertThat(consent.getString("ip")).isEqualTo("203.0.113.7");
    assertThat(consent.getString("user_agent")).isEqualTo("Test browser");
    assertThat(consent.getString("intent_id")).startsWith("seti_");
  }

  @Test
  void wordsThatAreNotOnThePageAreNotAgreedTo() {
    var link = customer.setupLink();

    begin(link, BEGIN.replace("2026-12", "2026-11")).expectStatus().isEqualTo(409);
    begin(link, BEGIN.replace("ja", "fr")).expectStatus().isEqualTo(409);

    assertThat(document().getList("consents", Document.class)).isEmpty();
  }

  @Test
  void aNewCardOnAStuckPaymentIsSavedOnlyOnRequest() {
    var intent = customer.stuckPayment(customer.saveCard("pm_card_chargeCustomerFail"));
    var link = customer.payLink("req_" + UUID.randomUUID(), intent);

    act(link, "{\"choice\":\"new_card\"}").expectStatus().isOk();
    assertThat(customer.payment(intent).getSetupFutureUsage()).isNull();
    assertThat(document().getList("consents", Document.class)).isEmpty();

    act(link, "{\"choice\":\"new_card\",\"save\":true}").expectStatus().isEqualTo(409);
    act(
            link,
            "{\"choice\":\"new_card\",\"save\":true,\"consent_version\":\"2026-12\",\"language\":\"ja\"}")
        .expectStatus()
        .isOk();
    assertThat(customer.payment(intent).getSetupFutureUsage()).isEqualTo("off_session");
    assertThat(consent().getString("intent_id")).isEqualTo(intent);

    // The customer thought again before paying.
    act(link, "{\"choice\":\"new_card\",\"save\":false}").expectStatus().isOk();
    assertThat(customer.payment(intent).getSetupFutureUsage()).isNull();
  }

  /**
   * What stays of an erased customer says that somebody once agreed to words, and which: the
   * merchant may have to prove it. Who it was is gone.
   */
  @Test
  void erasureLeavesNothingThatNamesAPerson() {
    begin(customer.setupLink(), BEGIN).expectStatus().isOk();

    collector
        .merchant()
        .delete()
        .uri("/v1/customers/{reference}", customer.reference())
        .exchange()
        .expectStatus()
        .isNoContent();

    assertThat(document().keySet())
        .doesNotContain("email", "name", "locale", "time_zone", "push_subscriptions");
    assertThat(document().getBoolean("erased")).isTrue();
    assertThat(consent().keySet())
        .containsExactlyInAnyOrder("intent_id", "text_version", "language", "given_at");
    assertThat(collector.stored().everything())
        .noneMatch(document -> document.contains(customer.reference() + "@example.com"));
  }

  private ResponseSpec begin(String link, String body) {
    return post(link + "/begin", body);
  }

  private ResponseSpec act(String link, String body) {
    return post(link + "/act", body);
  }

  private ResponseSpec post(String url, String body) {
    return collector
        .visitorFrom("203.0.113.7")
        .post()
        .uri(url)
        .header("X-Offsession-Page", "1")
        .header("User-Agent", "Test browser")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }

  private Document consent() {
    return document().getList("consents", Document.class).getFirst();
  }

  private Document document() {
    return collector.stored().customer(customer.reference());
  }
}
