package dev.offsession.localstack.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A customer without a browser: makes, over plain HTTP, the calls that the pages' scripts and the
 * simulator's Stripe.js stand-in would make. The pages' scripts, frames and looks stay untried.
 */
public final class HttpCustomer implements CustomerAgent {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonCalls calls = new JsonCalls(http);
  private final URI simulator;

  /**
   * @param simulator base address of the Stripe simulator; real Stripe has no such calls
   */
  public HttpCustomer(URI simulator) {
    this.simulator = simulator;
  }

  @Override
  public String description() {
    return "no browser: the pages' own HTTP calls";
  }

  @Override
  public void saveCard(URI captureUrl, String cardNumber) {
    CustomerPage page = open(captureUrl, "ready");
    JsonNode act =
        begin(
            page,
            Map.of(
                "consent_version", page.value("consent-version"),
                "language", page.value("language")));
    String method = createMethod(page, cardNumber);
    confirm(page, "setup_intents", act.path("client_secret").asString(), method);
    awaitState(captureUrl, "saved");
  }

  @Override
  public void approvePayment(URI payUrl) {
    CustomerPage page = open(payUrl, "authenticate");
    JsonNode act = begin(page, Map.of("choice", "saved_card"));
    String secret = act.path("client_secret").asString();
    if (act.path("action").asString().equals("continue")) {
      approveAtBank(secret);
    } else {
      confirm(page, "payment_intents", secret, act.path("payment_method").asString());
    }
    awaitState(payUrl, "succeeded");
  }

  @Override
  public void payWithNewCard(URI payUrl, String cardNumber) {
    CustomerPage page = CustomerPage.fetch(http, payUrl);
    JsonNode act =
        begin(
            page,
            Map.of(
                "choice",
                "new_card",
                "save",
                true,
                "consent_version",
                page.value("consent-version"),
                "language",
                page.value("language")));
    String method = createMethod(page, cardNumber);
    confirm(page, "payment_intents", act.path("client_secret").asString(), method);
    awaitState(payUrl, "succeeded");
  }

  @Override
  public String statusShown(URI payUrl) {
    return CustomerPage.fetch(http, payUrl).state();
  }

  private CustomerPage open(URI url, String wanted) {
    CustomerPage page = CustomerPage.fetch(http, url);
    if (!page.state().equals(wanted)) {
      throw new CustomerStuckException(
          "The page shows '%s' instead of '%s'".formatted(page.state(), wanted));
    }
    return page;
  }

  private JsonNode begin(CustomerPage page, Map<String, ?> choice) {
    JsonNode act = calls.postJson(page.address("act-url"), choice, "X-Offsession-Page", "1");
    if (act.path("client_secret").isMissingNode()) {
      throw new CustomerStuckException("The page has nothing left to do");
    }
    return act;
  }

  private String createMethod(CustomerPage page, String cardNumber) {
    var card = TypedCard.of(cardNumber);
    Map<String, String> form =
        Map.of(
            "type", "card",
            "card[number]", card.number(),
            "card[exp_month]", "12",
            "card[exp_year]", String.valueOf(card.year()),
            "card[cvc]", card.cvc());
    return calls
        .postForm(simulator.resolve("/v1/payment_methods"), form, "Authorization", bearer(page))
        .path("id")
        .asString();
  }

  private void confirm(CustomerPage page, String kind, String secret, String method) {
    JsonNode intent =
        calls.postForm(
            simulator.resolve("/v1/%s/%s/confirm".formatted(kind, idIn(secret))),
            Map.of("client_secret", secret, "payment_method", method, "use_stripe_sdk", "true"),
            "Authorization",
            bearer(page));
    if (intent.path("status").asString().equals("requires_action")) {
      approveAtBank(secret);
    }
  }

  private void approveAtBank(String secret) {
    calls.postForm(
        simulator.resolve("/_client/challenge/" + idIn(secret)),
        Map.of("client_secret", secret, "outcome", "complete"),
        "Accept",
        "application/json");
  }

  private void awaitState(URI url, String wanted) {
    Polling.until(
        () -> statusShown(url).equals(wanted),
        LOOK_EVERY,
        PATIENCE,
        () -> "The page shows '%s' instead of '%s'".formatted(statusShown(url), wanted));
  }

  private static String bearer(CustomerPage page) {
    return "Bearer " + page.value("publishable-key");
  }

  private static String idIn(String secret) {
    return secret.substring(0, secret.indexOf("_secret_"));
  }

  @Override
  public void close() {
    http.close();
  }
}
