package dev.offsession.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.SetupIntent;
import com.stripe.param.SetupIntentCreateParams;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a page can do with a publishable key and a client secret. */
class BrowserCallTest {
  private static final String[] KEY = {"Authorization", "Bearer pk_test_browser"};

  private Simulated simulated;
  private Customer customer;

  @BeforeEach
  void start() throws StripeException {
    simulated = Simulated.start();
    customer = simulated.customer();
  }

  @AfterEach
  void stop() {
    simulated.close();
  }

  @Test
  void anIntentIsSeenWithoutTheMerchantsSecrets() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

    HttpResponse<String> response = see(intent.getId(), intent.getClientSecret());

    JsonNode seen = Http.json(response);
    assertThat(seen.get("amount").asInt()).isEqualTo(1200);
    assertThat(seen.get("status").asString()).isEqualTo("requires_payment_method");
    assertThat(seen.get("client_secret").asString()).isEqualTo(intent.getClientSecret());
    assertThat(seen.propertyNames())
        .doesNotContain("metadata", "customer", "latest_charge", "application", "transfer_data");
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  @Test
  void aWrongClientSecretShowsNothing() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

    HttpResponse<String> wrong = see(intent.getId(), intent.getId() + "_secret_wrong");
    HttpResponse<String> none = simulated.http().get("/v1/payment_intents/" + intent.getId(), KEY);

    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("payment_intent_invalid_parameter").doesNotContain("1200");
    assertThat(none.statusCode()).isEqualTo(400);
  }

  @Test
  void offSessionIsForSecretKeysOnly() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

    HttpResponse<String> response = confirm(intent, "payment_method=pm_card_visa&off_session=true");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("off_session");
  }

  @Test
  void aPagePaysWithATypedCardAndTheChallenge() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    String method = Http.json(type("4000002760003184")).get("id").asString();

    JsonNode asking =
        Http.json(confirm(intent, "payment_method=%s&use_stripe_sdk=true".formatted(method)));
    JsonNode challenge = Http.json(lookAtChallenge(intent));
    JsonNode paid = Http.json(answerChallenge(intent, "complete"));

    assertThat(asking.at("/next_action/type").asString()).isEqualTo("use_stripe_sdk");
    assertThat(asking.at("/next_action/use_stripe_sdk/sim_challenge_url").asString())
        .isEqualTo(simulated.baseUrl() + "/challenge/" + intent.getId());
    assertThat(challenge.get("merchant").asString()).isEqualTo("Offsession demo shop");
    assertThat(challenge.get("amount").asInt()).isEqualTo(1200);
    assertThat(challenge.get("currency").asString()).isEqualTo("jpy");
    assertThat(challenge.get("status").asString()).isEqualTo("requires_action");
    assertThat(paid.get("status").asString()).isEqualTo("succeeded");
    assertThat(paid.propertyNames()).doesNotContain("metadata");
  }

  @ParameterizedTest
  @CsvSource({"fail, requires_payment_method", "cancel, requires_action"})
  void theChallengeCanGoWrong(String outcome, String status) throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    confirm(intent, "payment_method=pm_card_authenticationRequired&use_stripe_sdk=true");

    JsonNode after = Http.json(answerChallenge(intent, outcome));

    assertThat(after.get("status").asString()).isEqualTo(status);
  }

  @Test
  void theChallengeIsAnsweredWithTheClientSecretOnly() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    confirm(intent, "payment_method=pm_card_authenticationRequired&use_stripe_sdk=true");

    HttpResponse<String> response =
        simulated
            .http()
            .postForm(
                "/_client/challenge/" + intent.getId(), "client_secret=wrong&outcome=complete");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(simulated.read(intent).getStatus()).isEqualTo("requires_action");
  }

  @Test
  void aCustomerInTheMiddleMayStartOverWithAnotherCard() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");
    confirm(intent, "payment_method=pm_card_authenticationRequired&use_stripe_sdk=true");

    JsonNode paid = Http.json(confirm(intent, "payment_method=pm_card_visa"));

    assertThat(paid.get("status").asString()).isEqualTo("succeeded");
  }

  @Test
  void aDeclineTellsThePageNoMoreThanItMaySee() throws StripeException {
    PaymentIntent intent = simulated.payment(customer, 1200, "jpy");

    HttpResponse<String> response = confirm(intent, "payment_method=pm_card_chargeDeclined");

    JsonNode error = Http.json(response).get("error");
    assertThat(response.statusCode()).isEqualTo(402);
    assertThat(error.get("decline_code").asString()).isEqualTo("generic_decline");
    assertThat(error.propertyNames()).doesNotContain("charge", "network_decline_code");
    assertThat(error.get("payment_intent").propertyNames()).doesNotContain("metadata", "customer");
    assertThat(error.get("payment_method").propertyNames()).doesNotContain("metadata");
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
  }

  @Test
  void aCardIsSavedFromThePage() throws StripeException {
    SetupIntent setup =
        simulated
            .stripe()
            .v1()
            .setupIntents()
            .create(SetupIntentCreateParams.builder().setCustomer(customer.getId()).build());
    String method = Http.json(type("4242424242424242")).get("id").asString();

    JsonNode saved =
        Http.json(
            simulated
                .http()
                .postForm(
                    "/v1/setup_intents/%s/confirm".formatted(setup.getId()),
                    "client_secret=%s&payment_method=%s&use_stripe_sdk=true&return_url=https://x.example"
                        .formatted(setup.getClientSecret(), method),
                    KEY));

    assertThat(saved.get("status").asString()).isEqualTo("succeeded");
    assertThat(simulated.stripe().v1().paymentMethods().retrieve(method).getCustomer())
        .isEqualTo(customer.getId());
  }

  @Test
  void browsersMayAskFirst() {
    HttpResponse<String> response =
        simulated.http().send("OPTIONS", "/v1/payment_methods", "", "Origin", "https://a.example");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization");
  }

  @Test
  void serverEndpointsAreClosedToOtherOrigins() {
    HttpResponse<String> response =
        simulated.http().get("/v1/customers", "Authorization", "Bearer sk_test_x");

    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void thePickerGetsTheCardTable() {
    JsonNode cards = Http.json(simulated.http().get("/_client/cards")).get("data");

    assertThat(cards.valueStream().map(card -> card.get("number").asString()))
        .contains("4242424242424242", "4000002760003184", "4000000000003063", "4000000000000341");
    assertThat(cards.valueStream())
        .allSatisfy(card -> assertThat(card.get("label").asString()).isNotBlank());
  }

  @Test
  void scriptsAndFramesAreServed() {
    HttpResponse<String> script = simulated.http().get("/js/stripe-sim.js");
    HttpResponse<String> element = simulated.http().get("/element/payment");
    HttpResponse<String> challenge = simulated.http().get("/challenge/pi_any?auto=fail");

    assertThat(script.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(element.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(challenge.body()).contains("<html");
    assertThat(simulated.http().get("/js/../pages/element.html").statusCode()).isNotEqualTo(200);
    assertThat(simulated.http().get("/js/nothing.js").statusCode()).isNotEqualTo(200);
  }

  private HttpResponse<String> see(String id, String secret) {
    return simulated.http().get("/v1/payment_intents/" + id + "?client_secret=" + secret, KEY);
  }

  private HttpResponse<String> type(String number) {
    return simulated
        .http()
        .postForm(
            "/v1/payment_methods",
            "type=card&card[number]=%s&card[exp_month]=12&card[exp_year]=40&card[cvc]=123"
                .formatted(number),
            KEY);
  }

  private HttpResponse<String> confirm(PaymentIntent intent, String form) {
    return simulated
        .http()
        .postForm(
            "/v1/payment_intents/%s/confirm".formatted(intent.getId()),
            "client_secret=%s&%s".formatted(intent.getClientSecret(), form),
            KEY);
  }

  private HttpResponse<String> lookAtChallenge(PaymentIntent intent) {
    return simulated
        .http()
        .get(
            "/_client/challenge/%s?client_secret=%s"
                .formatted(intent.getId(), intent.getClientSecret()));
  }

  private HttpResponse<String> answerChallenge(PaymentIntent intent, String outcome) {
    return simulated
        .http()
        .postForm(
            "/_client/challenge/" + intent.getId(),
            "client_secret=%s&outcome=%s".formatted(intent.getClientSecret(), outcome));
  }
}
