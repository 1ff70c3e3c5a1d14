package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.CustomerSession;
import com.stripe.model.EphemeralKey;
import com.stripe.model.WebhookEndpoint;
import com.stripe.param.CustomerSessionCreateParams;
import com.stripe.param.EphemeralKeyCreateParams;
import com.stripe.param.WebhookEndpointCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointContractTest {
  private Simulated simulated;

  @BeforeEach
  void start() {
    simulated = Simulated.start();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void aWebhookEndpointShowsItsSecretOnce() throws StripeException {
    var endpoints = simulated.stripe().v1().webhookEndpoints();

    WebhookEndpoint made =
        endpoints.create(
            WebhookEndpointCreateParams.builder()
                .setUrl("http://127.0.0.1:9/hook")
                .addEnabledEvent(WebhookEndpointCreateParams.EnabledEvent.PAYMENT_INTENT__SUCCEEDED)
                .setApiVersion(WebhookEndpointCreateParams.ApiVersion.VERSION_2026_07_29_DAHLIA)
                .build());

    assertThat(made.getSecret()).startsWith("whsec_");
    assertThat(made.getStatus()).isEqualTo("enabled");
    assertThat(made.getEnabledEvents()).containsExactly("payment_intent.succeeded");
    assertThat(endpoints.retrieve(made.getId()).getSecret()).isNull();
    assertThat(endpoints.list().getData()).hasSize(1);
    assertThat(endpoints.delete(made.getId()).getDeleted()).isTrue();
    assertThatThrownBy(() -> endpoints.retrieve(made.getId()))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void aMobileAppGetsAnEphemeralKey() throws StripeException {
    Customer customer = simulated.customer();

    EphemeralKey key =
        simulated
            .stripe()
            .v1()
            .ephemeralKeys()
            .create(
                EphemeralKeyCreateParams.builder()
                    .setCustomer(customer.getId())
                    .setStripeVersion("2025-01-27.acacia")
                    .build());

    assertThat(key.getSecret()).startsWith("ek_test_");
    assertThat(key.getExpires()).isGreaterThan(key.getCreated());
  }

  @Test
  void aMobileAppGetsACustomerSession() throws StripeException {
    Customer customer = simulated.customer();

    CustomerSession session =
        simulated
            .stripe()
            .v1()
            .customerSessions()
            .create(
                CustomerSessionCreateParams.builder()
                    .setCustomer(customer.getId())
                    .setComponents(
                        CustomerSessionCreateParams.Components.builder()
                            .setPaymentElement(
                                CustomerSessionCreateParams.Components.PaymentElement.builder()
                                    .setEnabled(true)
                                    .build())
                            .build())
                    .build());

    assertThat(session.getClientSecret()).startsWith("cuss_secret_");
    assertThat(session.getCustomer()).isEqualTo(customer.getId());
    assertThat(session.getComponents().getPaymentElement().getEnabled()).isTrue();
    assertThat(session.getExpiresAt()).isGreaterThan(session.getCreated());
  }
}
