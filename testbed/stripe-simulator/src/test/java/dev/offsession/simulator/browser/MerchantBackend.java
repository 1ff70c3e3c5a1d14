package dev.offsession.simulator.browser;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodAttachParams;
import com.stripe.param.SetupIntentCreateParams;
import java.net.URI;

/** What a merchant's server does with the secret key, so that the page has something to confirm. */
final class MerchantBackend {

  private final StripeClient stripe;

  MerchantBackend(URI simulator) {
    stripe =
        StripeClient.builder()
            .setApiKey("sk_test_browser")
            .setApiBase(simulator.toString())
            .build();
  }

  String aCustomer() throws StripeException {
    return stripe.v1().customers().create(CustomerCreateParams.builder().build()).getId();
  }

  SetupIntent aSetupIntent() throws StripeException {
    return stripe
        .v1()
        .setupIntents()
        .create(
            SetupIntentCreateParams.builder()
                .setCustomer(aCustomer())
                .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                .addPaymentMethodType("card")
                .build());
  }

  PaymentIntent aPaymentIntent(String customer) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .create(
            PaymentIntentCreateParams.builder()
                .setCustomer(customer)
                .setAmount(1200L)
                .setCurrency("jpy")
                .addPaymentMethodType("card")
                .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION)
                .build());
  }

  /** The new id of one of Stripe's test methods, such as pm_card_visa, saved for a customer. */
  String savedMethod(String customer, String testMethod) throws StripeException {
    return stripe
        .v1()
        .paymentMethods()
        .attach(testMethod, PaymentMethodAttachParams.builder().setCustomer(customer).build())
        .getId();
  }

  void cancel(PaymentIntent intent) throws StripeException {
    stripe.v1().paymentIntents().cancel(intent.getId());
  }

  PaymentIntent paymentIntent(String id) throws StripeException {
    return stripe.v1().paymentIntents().retrieve(id);
  }

  SetupIntent setupIntent(String id) throws StripeException {
    return stripe.v1().setupIntents().retrieve(id);
  }
}
