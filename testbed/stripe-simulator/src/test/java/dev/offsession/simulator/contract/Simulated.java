package dev.offsession.simulator.contract;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import dev.offsession.simulator.SimulatorSettings;
import dev.offsession.simulator.StripeSimulator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A running simulator with a stripe-java client, and the steps that many tests begin with. */
final class Simulated implements AutoCloseable {
  static {
    com.stripe.Stripe.enableTelemetry = false; // it would write a file outside the tree
  }

  private final AtomicInteger keys = new AtomicInteger();
  private final StripeSimulator simulator;
  private final StripeClient stripe;
  private final Http http;

  private Simulated(SimulatorSettings settings) {
    simulator = StripeSimulator.start(settings);
    stripe = clientWith("sk_test_contract");
    http = new Http(simulator.baseUrl());
  }

  static Simulated start() {
    return new Simulated(SimulatorSettings.onFreePort());
  }

  static Simulated start(UnaryOperator<SimulatorSettings> change) {
    return new Simulated(change.apply(SimulatorSettings.onFreePort()));
  }

  StripeClient stripe() {
    return stripe;
  }

  Http http() {
    return http;
  }

  String baseUrl() {
    return simulator.baseUrl();
  }

  StripeClient clientWith(String key) {
    return StripeClient.builder().setApiKey(key).setApiBase(simulator.baseUrl()).build();
  }

  Customer customer() throws StripeException {
    return stripe
        .v1()
        .customers()
        .create(
            CustomerCreateParams.builder()
                .setEmail("jenny@example.com")
                .setName("Jenny Rosen")
                .putMetadata("offsession_customer_reference", "c-1")
                .build());
  }

  /** Saves one of Stripe's ready-made cards, passing the challenge if there is one. */
  PaymentMethod savedCard(Customer customer, String readyMade) throws StripeException {
    var setup =
        stripe
            .v1()
            .setupIntents()
            .create(
                SetupIntentCreateParams.builder()
                    .setCustomer(customer.getId())
                    .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                    .addPaymentMethodType("card")
                    .setPaymentMethod(readyMade)
                    .setConfirm(true)
                    .build());
    if (setup.getStatus().equals("requires_action")) {
      http.control("/_sim/setup_intents/%s/challenge".formatted(setup.getId()), "{}");
    }
    return stripe.v1().paymentMethods().retrieve(setup.getPaymentMethod());
  }

  /** A payment as charge-worker makes it: created, not confirmed. */
  PaymentIntent payment(Customer customer, long amount, String currency) throws StripeException {
    return stripe.v1().paymentIntents().create(order(customer, amount, currency).build());
  }

  static PaymentIntentCreateParams.Builder order(Customer customer, long amount, String currency) {
    return PaymentIntentCreateParams.builder()
        .setAmount(amount)
        .setCurrency(currency)
        .setCustomer(customer.getId())
        .addPaymentMethodType("card")
        .putMetadata("offsession_request_id", "r-1");
  }

  PaymentIntent confirmOffSession(PaymentIntent intent, PaymentMethod card) throws StripeException {
    return confirmOffSession(intent, card, "confirm-" + keys.incrementAndGet());
  }

  PaymentIntent confirmOffSession(PaymentIntent intent, PaymentMethod card, String key)
      throws StripeException {
    return stripe.v1().paymentIntents().confirm(intent.getId(), offSession(card), key(key));
  }

  PaymentIntent confirmOnSession(PaymentIntent intent, PaymentMethod card) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .confirm(
            intent.getId(),
            PaymentIntentConfirmParams.builder().setPaymentMethod(card.getId()).build());
  }

  static PaymentIntentConfirmParams offSession(PaymentMethod card) {
    return PaymentIntentConfirmParams.builder()
        .setPaymentMethod(card.getId())
        .setOffSession(true)
        .build();
  }

  static RequestOptions key(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  PaymentIntent read(PaymentIntent intent) throws StripeException {
    return stripe.v1().paymentIntents().retrieve(intent.getId());
  }

  /** What a call that must be declined was declined with. */
  static CardException declined(Attempt attempt) throws StripeException {
    try {
      attempt.run();
    } catch (CardException declined) {
      return declined;
    }
    throw new AssertionError("The card was not declined");
  }

  /** A call to Stripe. */
  @FunctionalInterface
  interface Attempt {
    void run() throws StripeException;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
