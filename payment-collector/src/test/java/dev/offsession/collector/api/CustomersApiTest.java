package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class CustomersApiTest {
  private final RunningCollector collector = RunningCollector.get();

  @Nested
  class WithoutTheRightKey {
    @Test
    void nothingOfTheMerchantsApiAnswers() {
      collector
          .anonymous()
          .get()
          .uri("/v1/customers/c/payment-methods")
          .exchange()
          .expectStatus()
          .isUnauthorized()
          .expectHeader()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON);
      collector
          .notifier()
          .get()
          .uri("/v1/customers/c/payment-methods")
          .exchange()
          .expectStatus()
          .isUnauthorized();
    }

    @Test
    void noLinkIsIssued() {
      collector
          .merchant()
          .post()
          .uri("/internal/v1/links")
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue("{}")
          .exchange()
          .expectStatus()
          .isUnauthorized();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"email\":\"no-address\",\"locale\":\"ja\",\"time_zone\":\"Asia/Tokyo\"}|/email",
        "{\"locale\":\"ja\",\"time_zone\":\"Asia/Tokyo\"}|/email",
        "{\"email\":\"a@b.example\",\"locale\":\"x y\",\"time_zone\":\"Asia/Tokyo\"}|/locale",
        "{\"email\":\"a@b.example\",\"locale\":\"ja\",\"time_zone\":\"Tokyo\"}|/time_zone",
        "{\"email\":\"a@b.example\",\"locale\":\"ja\"}|/time_zone",
        "{\"email\":\"a@b.example\",\"name\":\"a\\r\\nBcc: x\",\"locale\":\"ja\",\"time_zone\":\"UTC\"}|/name",
      })
  void aWrongFieldIsNamedByAPointer(String body, String pointer) {
    put("cust_invalid", body)
        .expectStatus()
        .isBadRequest()
        .expectHeader()
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo(pointer)
        .jsonPath("$.type")
        .exists();
  }

  @Test
  void aReferenceThatCouldLeaveItsPlaceIsRefused() {
    put("a%20b", "{\"email\":\"a@b.example\",\"locale\":\"ja\",\"time_zone\":\"UTC\"}")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("customer_reference_invalid");
  }

  @Test
  void anUnknownCustomerIsNotFound() {
    collector
        .merchant()
        .get()
        .uri("/v1/customers/nobody/payment-methods")
        .exchange()
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("customer_unknown");
  }

  @Test
  void puttingTwiceKeepsTheOneStripeCustomer() {
    var customer = TestCustomer.speaking("ja");

    put(
            customer.reference(),
            "{\"email\":\"new@b.example\",\"locale\":\"en\",\"time_zone\":\"UTC\"}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.stripe_customer_id")
        .isEqualTo(customer.stripeId())
        .jsonPath("$.locale")
        .isEqualTo("en");
  }

  @Test
  void whenStripeCannotBeReachedTheCallerMayTryAgain() {
    collector
        .simulator()
        .control(
            "POST",
            "/_sim/faults",
            "{\"match\":{\"method\":\"POST\",\"path\":\"/v1/customers\"},\"fault\":\"503\",\"times\":1}");

    put("cust_unlucky", "{\"email\":\"a@b.example\",\"locale\":\"ja\",\"time_zone\":\"UTC\"}")
        .expectStatus()
        .isEqualTo(503)
        .expectHeader()
        .exists("Retry-After")
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("stripe_unavailable");
    put("cust_unlucky", "{\"email\":\"a@b.example\",\"locale\":\"ja\",\"time_zone\":\"UTC\"}")
        .expectStatus()
        .isOk();
  }

  @Nested
  class SavedMethods {
    private final TestCustomer customer = TestCustomer.speaking("ja");

    @Test
    void areListedWithTheNewestSavedAsTheDefault() {
      var first = saved("pm_card_visa");
      var second = saved("pm_card_mastercard");

      assertThat(customer.methods().path("default_payment_method_id").stringValue())
          .isEqualTo(second);
      assertThat(customer.methods().path("data").findValuesAsString("id"))
          .containsExactlyInAnyOrder(first, second);
      assertThat(customer.methods().path("data").path(0).propertyNames())
          .containsExactly(
              "id", "brand", "last4", "exp_month", "exp_year", "fingerprint", "created_at");
    }

    @Test
    void anotherOneCanBeChosenAsTheDefault() {
      var first = saved("pm_card_visa");
      saved("pm_card_mastercard");

      choose(first)
          .expectStatus()
          .isOk()
          .expectBody()
          .jsonPath("$.default_payment_method_id")
          .isEqualTo(first);
    }

    @Test
    void aMethodOfSomebodyElseCannotBeChosen() {
      choose("pm_ofsomebodyelse")
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("payment_method_unknown")
          .jsonPath("$.errors[0].pointer")
          .isEqualTo("/payment_method_id");
      choose("pm id")
          .expectStatus()
          .isBadRequest()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("payment_method_invalid");
    }

    @Test
    void aRemovedOneIsDetachedAtStripe() throws Exception {
      var method = saved("pm_card_visa");

      remove(method).expectStatus().isOk().expectBody().jsonPath("$.data.length()").isEqualTo(0);

      assertThat(collector.stripe().v1().paymentMethods().retrieve(method).getCustomer()).isNull();
      remove(method).expectStatus().isNotFound();
    }

    private String saved(String readyMade) {
      var method = customer.saveCard(readyMade);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              method.equals(customer.methods().path("default_payment_method_id").asString("")));
      return method;
    }

    private ResponseSpec choose(String method) {
      return collector
          .merchant()
          .put()
          .uri("/v1/customers/{reference}/default-payment-method", customer.reference())
          .contentType(MediaType.APPLICATION_JSON)
          .bodyValue("{\"payment_method_id\":\"" + method + "\"}")
          .exchange();
    }

    private ResponseSpec remove(String method) {
      return collector
          .merchant()
          .delete()
          .uri("/v1/customers/{reference}/payment-methods/{id}", customer.reference(), method)
          .exchange();
    }
  }

  @Test
  void anErasedCustomerIsGoneHereAndAtStripe() throws Exception {
    var customer = TestCustomer.speaking("en");
    var link = customer.setupLink();

    collector
        .merchant()
        .delete()
        .uri("/v1/customers/{reference}", customer.reference())
        .exchange()
        .expectStatus()
        .isNoContent();

    collector
        .merchant()
        .get()
        .uri("/v1/customers/{reference}/payment-methods", customer.reference())
        .exchange()
        .expectStatus()
        .isNotFound();
    collector.anonymous().get().uri(link).exchange().expectStatus().isNotFound();
    assertThat(collector.stripe().v1().customers().retrieve(customer.stripeId()).getDeleted())
        .isTrue();
  }

  private ResponseSpec put(String reference, String body) {
    return collector
        .merchant()
        .put()
        .uri(java.net.URI.create(collector.url() + "/v1/customers/" + reference))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(body)
        .exchange();
  }
}
