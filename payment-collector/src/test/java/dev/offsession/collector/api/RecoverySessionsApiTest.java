package dev.offsession.collector.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class RecoverySessionsApiTest {
  private final RunningCollector collector = RunningCollector.get();
  private final TestCustomer customer = TestCustomer.speaking("en");
  private final String method = customer.saveCard("pm_card_authenticationRequired");
  private final String intent = customer.stuckPayment(method);

  @Test
  void givesAnAppAllItNeedsToFinishTheSamePayment() {
    open(customer, intent, ",\"ephemeral_key_api_version\":\"2026-07-29.dahlia\"")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.publishable_key")
        .isEqualTo("pk_test_offsession_dev")
        .jsonPath("$.customer_id")
        .isEqualTo(customer.stripeId())
        .jsonPath("$.payment_method_id")
        .isEqualTo(method)
        .jsonPath("$.client_secret")
        .value(String.class, secret -> assertThat(secret).startsWith(intent + "_secret_"))
        .jsonPath("$.customer_session_client_secret")
        .value(String.class, secret -> assertThat(secret).startsWith("cuss_"))
        .jsonPath("$.ephemeral_key")
        .value(String.class, key -> assertThat(key).startsWith("ek_test_"))
        .jsonPath("$.url")
        .value(String.class, url -> assertThat(url).startsWith(collector.url() + "/pay/"));
  }

  @Test
  void aRefusedCardIsNotOfferedAgain() {
    var refused = customer.stuckPayment(customer.saveCard("pm_card_chargeCustomerFail"));

    open(customer, refused, "")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.payment_method_id")
        .isEmpty();
  }

  @Test
  void aPaymentOfSomebodyElseIsUnknown() {
    open(TestCustomer.speaking("en"), intent, "")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("payment_unknown");
    open(customer, "pi_thatnobodyhas", "")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("payment_unknown");
  }

  @Test
  void aPaymentThatIsOverHasNothingToFinish() throws StripeException {
    collector.stripe().v1().paymentIntents().cancel(intent);

    open(customer, intent, "")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("payment_not_open");
  }

  @Test
  void aVersionThatIsNoneIsNamedByAPointer() {
    open(customer, intent, ",\"ephemeral_key_api_version\":\"latest\"")
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].pointer")
        .isEqualTo("/ephemeral_key_api_version");
  }

  private ResponseSpec open(TestCustomer who, String payment, String more) {
    return collector
        .merchant()
        .post()
        .uri("/v1/customers/{reference}/recovery-sessions", who.reference())
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue("{\"payment_intent_id\":\"" + payment + "\"" + more + "}")
        .exchange();
  }
}
