package dev.offsession.collector.support;

import com.stripe.exception.CardException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.SetupIntentConfirmParams;
import com.stripe.param.SetupIntentCreateParams;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A customer of the running service, and the steps that many tests begin with.
 *
 * @param reference the merchant's id
 * @param stripeId Stripe's id
 */
public record TestCustomer(RunningCollector collector, String reference, String stripeId) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A customer who reads this language. */
  public static TestCustomer speaking(String locale) {
    var collector = RunningCollector.get();
    var reference = "cust_" + UUID.randomUUID();
    var body =
        json(
            collector
                .merchant()
                .put()
                .uri("/v1/customers/{reference}", reference)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(
                    """
                    {"email":"%s@example.com","name":"Hanako","locale":"%s","time_zone":"Asia/Tokyo"}
                    """
                        .formatted(reference, locale))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    return new TestCustomer(collector, reference, body.path("stripe_customer_id").stringValue());
  }

  /** Saves a ready-made card the way the page does, without the page. */
  public String saveCard(String readyMade) {
    try {
      var setup =
          collector
              .stripe()
              .v1()
              .setupIntents()
              .create(
                  SetupIntentCreateParams.builder()
                      .setCustomer(stripeId)
                      .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                      .addPaymentMethodType("card")
                      .setPaymentMethod(readyMade)
                      .setConfirm(true)
                      .build());
      if ("requires_action".equals(setup.getStatus())) {
        collector
            .simulator()
            .control("POST", "/_sim/setup_intents/" + setup.getId() + "/challenge", "{}");
      }
      return setup.getPaymentMethod();
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A payment of 1,200 yen that was tried with the saved card while the customer was away. */
  public String stuckPayment(String method) {
    var intent = newPayment();
    try {
      collector
          .stripe()
          .v1()
          .paymentIntents()
          .confirm(
              intent,
              PaymentIntentConfirmParams.builder()
                  .setPaymentMethod(method)
                  .setOffSession(true)
                  .build());
    } catch (CardException expected) {
      return intent;
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
    throw new AssertionError("the payment was not refused");
  }

  /** A payment of 1,200 yen that was not tried yet. */
  public String newPayment() {
    try {
      return collector
          .stripe()
          .v1()
          .paymentIntents()
          .create(
              PaymentIntentCreateParams.builder()
                  .setAmount(1200L)
                  .setCurrency("jpy")
                  .setCustomer(stripeId)
                  .addPaymentMethodType("card")
                  .setDescription("Monthly box, November")
                  .build())
          .getId();
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The payment as Stripe has it now. */
  public PaymentIntent payment(String id) {
    try {
      return collector.stripe().v1().paymentIntents().retrieve(id);
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A link as notifier-service gets it. */
  public String payLink(String requestId, String intent) {
    return link(
        """
        {"purpose":"pay","request_id":"%s","customer_reference":"%s","payment_intent_id":"%s"}
        """
            .formatted(requestId, reference, intent));
  }

  /** A link to save a card. */
  public String setupLink() {
    return link(
        """
        {"purpose":"setup","customer_reference":"%s"}
        """
            .formatted(reference));
  }

  /** What notifier-service gets with a link of a charge. */
  public JsonNode linkAnswer(String requestId, String intent) {
    return linkAnswer(
        """
        {"purpose":"pay","request_id":"%s","customer_reference":"%s","payment_intent_id":"%s"}
        """
            .formatted(requestId, reference, intent));
  }

  /** A link to the page of the saved cards. */
  public String cardsLink() {
    return json(collector
            .merchant()
            .post()
            .uri("/v1/customers/{reference}/manage-sessions", reference)
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody()
            .returnResult()
            .getResponseBodyContent())
        .path("url")
        .stringValue();
  }

  /** A link to the page of the wishes about messages. */
  public String preferencesLink() {
    return linkAnswer(
            """
            {"purpose":"setup","customer_reference":"%s"}
            """
                .formatted(reference))
        .path("preferences_url")
        .stringValue();
  }

  /** A link to a capture page whose card is saved already. */
  public String savedLink() {
    var session =
        json(
            collector
                .merchant()
                .post()
                .uri("/v1/customers/{reference}/capture-sessions", reference)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"return_url\":\"https://shop.example/account\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent());
    var secret = session.path("client_secret").stringValue();
    confirmSetup(secret.substring(0, secret.indexOf("_secret_")));
    return session.path("url").stringValue();
  }

  private void confirmSetup(String setupIntent) {
    try {
      collector
          .stripe()
          .v1()
          .setupIntents()
          .confirm(
              setupIntent,
              SetupIntentConfirmParams.builder().setPaymentMethod("pm_card_visa").build());
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The saved methods, as the merchant reads them. */
  public JsonNode methods() {
    return json(
        collector
            .merchant()
            .get()
            .uri("/v1/customers/{reference}/payment-methods", reference)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody()
            .returnResult()
            .getResponseBodyContent());
  }

  private String link(String body) {
    return linkAnswer(body).path("url").stringValue();
  }

  private JsonNode linkAnswer(String body) {
    return json(
        collector
            .notifier()
            .post()
            .uri("/internal/v1/links")
            .contentType(MediaType.APPLICATION_JSON)
            .bodyValue(body)
            .exchange()
            .expectStatus()
            .isCreated()
            .expectBody()
            .returnResult()
            .getResponseBodyContent());
  }

  private static JsonNode json(byte @Nullable [] body) {
    return JSON.readTree(Objects.requireNonNull(body));
  }
}
