package dev.offsession.collector.mobile.stripe;

import com.stripe.StripeClient;
import com.stripe.param.CustomerSessionCreateParams;
import com.stripe.param.CustomerSessionCreateParams.Components;
import com.stripe.param.EphemeralKeyCreateParams;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import dev.offsession.collector.mobile.MobileSecrets;
import dev.offsession.collector.stripe.ClientSecret;
import dev.offsession.collector.stripe.StripeCalls;
import reactor.core.publisher.Mono;

/** {@link MobileSecrets} through stripe-java. */
public final class StripeMobileSecrets implements MobileSecrets {
  private final StripeClient stripe;
  private final StripeCalls calls;

  public StripeMobileSecrets(StripeClient stripe, StripeCalls calls) {
    this.stripe = stripe;
    this.calls = calls;
  }

  @Override
  public Mono<ClientSecret> customerSession(StripeCustomerId customer) {
    var web = Components.PaymentElement.builder().setEnabled(true).build();
    var app = Components.MobilePaymentElement.builder().setEnabled(true).build();
    var params =
        CustomerSessionCreateParams.builder()
            .setCustomer(customer.value())
            .setComponents(
                Components.builder().setPaymentElement(web).setMobilePaymentElement(app).build())
            .build();
    return calls
        .call(() -> stripe.v1().customerSessions().create(params))
        .map(created -> new ClientSecret(created.getClientSecret()));
  }

  @Override
  public Mono<ClientSecret> ephemeralKey(StripeCustomerId customer, String apiVersion) {
    var params =
        EphemeralKeyCreateParams.builder()
            .setCustomer(customer.value())
            .setStripeVersion(apiVersion)
            .build();
    return calls
        .call(() -> stripe.v1().ephemeralKeys().create(params))
        .map(created -> new ClientSecret(created.getSecret()));
  }
}
