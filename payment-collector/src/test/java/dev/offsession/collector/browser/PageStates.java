package dev.offsession.collector.browser;

import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentConfirmParams;
import dev.offsession.collector.brake.Brake;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.support.Addresses;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.StoredData;
import dev.offsession.collector.support.TestCustomer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Every state a customer can find a page in, brought about as it comes about. */
final class PageStates {
  private final RunningCollector collector;
  private final TestCustomer customer;
  private final List<State> states = new ArrayList<>();

  /**
   * One state.
   *
   * @param shown the page's own name of it
   * @param then what the visitor does there before looking
   * @param from the visitor's address as a proxy reports it; null for the browser's own
   * @param agent what the browser says it is; null for the truth
   */
  record State(
      String name,
      String link,
      String shown,
      Consumer<Visitor> then,
      @Nullable String from,
      @Nullable String agent) {}

  private PageStates(RunningCollector collector, String language) {
    this.collector = collector;
    this.customer = TestCustomer.speaking(language);
  }

  static List<State> of(RunningCollector collector, String language) throws StripeException {
    var all = new PageStates(collector, language);
    all.payments();
    all.endedPayments();
    all.captures();
    all.cards();
    all.preferences();
    all.messages();
    return all.states;
  }

  static State processing(RunningCollector collector, String language) {
    var all = new PageStates(collector, language);
    all.add("pay-processing", all.pay(all.customer.newPayment(), LinkEnd.PAID), "processing");
    return all.states.getFirst();
  }

  private void payments() {
    var wanting = customer.saveCard("pm_card_authenticationRequired");
    var refused = customer.saveCard("pm_card_chargeCustomerFail");
    add("pay-authenticate", pay(customer.stuckPayment(wanting), null), "authenticate");
    add(
        "pay-authenticate-failed",
        pay(customer.stuckPayment(wanting), null),
        "authenticate",
        visitor -> {
          visitor.presses("#approve").answersBank("fail");
          visitor.page().getByTestId("error").waitFor();
        });
    add(
        "pay-other-card",
        pay(customer.stuckPayment(wanting), null),
        "authenticate",
        visitor -> visitor.presses("#use-another-card").seesState("new_card").seesCardForm());
    add(
        "pay-new_card",
        pay(customer.stuckPayment(refused), null),
        "new_card",
        Visitor::seesCardForm);
    add(
        "pay-new_card-saved",
        pay(customer.stuckPayment(refused), null),
        "new_card",
        visitor -> visitor.seesCardForm().wantsTheCardSaved());
    var tired = pay(customer.stuckPayment(refused), null);
    exhaust(tired);
    add("pay-too_many", tired, "too_many");
  }

  private void endedPayments() throws StripeException {
    add("pay-processing", pay(customer.newPayment(), LinkEnd.PAID), "processing");
    add("pay-succeeded", pay(paid(), null), "succeeded");
    var canceled = customer.newPayment();
    collector.stripe().v1().paymentIntents().cancel(canceled);
    add("pay-canceled", pay(canceled, null), "canceled");
    add("pay-failed", pay(customer.newPayment(), LinkEnd.FAILED), "failed");
    add("pay-ended", pay(customer.newPayment(), LinkEnd.EXPIRED), "expired");
    add("pay-expired", expired(pay(customer.newPayment(), null)), "expired");
    add(
        "pay-expired-asked",
        expired(pay(customer.newPayment(), null)),
        "expired",
        visitor -> {
          visitor.presses("#fresh-link");
          visitor.page().locator("#status:not(:empty)").waitFor();
        });
  }

  private void captures() {
    add("setup-ready", customer.setupLink(), "ready", Visitor::seesCardForm);
    add(
        "setup-refused",
        customer.setupLink(),
        "ready",
        visitor -> {
          visitor.typesCard("4000000000000002").presses("#submit");
          visitor.page().getByTestId("error").waitFor();
          visitor.seesCardForm();
        });
    add("setup-saved", customer.savedLink(), "saved", Visitor::seesPushOffer);
    states.add(
        new State(
            "setup-saved-iphone",
            customer.savedLink(),
            "saved",
            visitor -> visitor.page().getByTestId("home-screen-hint").waitFor(),
            null,
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"));
    add("setup-expired", expired(customer.setupLink()), "expired");
    var tired = customer.setupLink();
    exhaust(tired);
    add("setup-too_many", tired, "too_many");
  }

  private void cards() {
    customer.saveCard("pm_card_mastercard");
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> customer.methods().path("data").size() > 2);
    add("cards-list", customer.cardsLink(), "list");
    add(
        "cards-remove",
        customer.cardsLink(),
        "list",
        visitor -> {
          visitor.page().locator(".remove").first().click();
          visitor.page().locator("#confirm-keep").waitFor();
        });
    var language = customer.collector().stored().customer(customer.reference()).getString("locale");
    add("cards-empty", TestCustomer.speaking(language).cardsLink(), "empty");
    add("cards-expired", expired(customer.cardsLink()), "expired");
  }

  private void preferences() {
    collector
        .page()
        .post()
        .uri(customer.savedLink() + "/push-subscriptions")
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(
            """
            {"endpoint":"https://fcm.googleapis.com/fcm/send/%s","p256dh":"%s","auth":"AAAAAAAAAAAAAAAAAAAAAA"}
            """
                .formatted(UUID.randomUUID(), RunningCollector.VAPID_PUBLIC_KEY))
        .exchange()
        .expectStatus()
        .isNoContent();
    add("preferences-on", customer.preferencesLink(), "on");
    var language = customer.collector().stored().customer(customer.reference()).getString("locale");
    add(
        "preferences-muted",
        TestCustomer.speaking(language).preferencesLink(),
        "on",
        visitor -> visitor.presses("#reminders").seesState("muted"));
    add("preferences-expired", expired(customer.preferencesLink()), "expired");
  }

  private void messages() {
    add("any-notfound", collector.url() + "/pay/" + LinkToken.random().value(), "notfound");
    var unlucky = customer.newPayment();
    collector
        .simulator()
        .control(
            "POST",
            "/_sim/faults",
            """
            {"match":{"method":"GET","path":"/v1/payment_intents/%s"},"fault":"503","times":0}
            """
                .formatted(unlucky));
    add("any-trouble", pay(unlucky, null), "trouble");
    var guesser = Addresses.next();
    for (int i = 0; i < 20; i++) {
      collector.part(Brake.class).countGuess(guesser);
    }
    // Looked at first: guesses are forgotten one by one.
    states.addFirst(
        new State("any-toomany", customer.setupLink(), "toomany", _ -> {}, guesser, null));
  }

  private void add(String name, String link, String shown) {
    add(name, link, shown, _ -> {});
  }

  private void add(String name, String link, String shown, Consumer<Visitor> then) {
    states.add(new State(name, link, shown, then, null, null));
  }

  private String pay(String intent, @Nullable LinkEnd end) {
    var requestId = "req_" + UUID.randomUUID();
    var link = customer.payLink(requestId, intent);
    if (end != null) {
      collector.part(LinkService.class).endAllOfCharge(requestId, end).block();
    }
    return link;
  }

  private String expired(String link) {
    collector.stored().expire(link);
    return link;
  }

  private void exhaust(String link) {
    var key = new LinkToken(StoredData.token(link)).hash();
    for (int i = 0; i < 12; i++) {
      collector.part(Brake.class).tryCard(Addresses.next(), key);
    }
  }

  private String paid() throws StripeException {
    var method = customer.saveCard("pm_card_visa");
    var intent = customer.newPayment();
    collector
        .stripe()
        .v1()
        .paymentIntents()
        .confirm(intent, PaymentIntentConfirmParams.builder().setPaymentMethod(method).build());
    return intent;
  }
}
