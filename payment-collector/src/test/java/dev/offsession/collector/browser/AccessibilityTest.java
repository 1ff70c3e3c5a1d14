package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import com.stripe.param.PaymentIntentConfirmParams;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkToken;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state of both pages, in both languages, on a small and a large screen, light and dark. */
class AccessibilityTest {
  private static final Browsers browsers = Browsers.start();

  private final RunningCollector collector = RunningCollector.get();

  @AfterAll
  static void closeBrowser() {
    browsers.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void everyStateIsAccessible(String language) throws Exception {
    for (var state : linksByState(language).entrySet()) {
      check(state.getKey(), state.getValue(), language);
    }
  }

  private void check(String state, String link, String language) {
    try (var visitor = browsers.visitor(language, 320, ColorScheme.LIGHT)) {
      visitor.opens(link);
      visitor.seesState(state.substring(state.indexOf(' ') + 1));
      if (visitor.page().locator("#payment-element").isVisible()) {
        visitor.page().locator("button.primary:visible:enabled").waitFor();
      }
      assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(visitor.page().locator("h1").count()).isEqualTo(1);
      var name = state.replace(' ', '-') + "-" + language;
      visitor.looks(name + "-320-light").findsThePageAccessible();
      visitor.turnsTo(1280, ColorScheme.DARK);
      visitor.looks(name + "-1280-dark").findsThePageAccessible();
      if (!state.endsWith("notfound") && !state.endsWith("expired")) {
        visitor.hasNothingToComplainOf();
      }
    }
  }

  private Map<String, String> linksByState(String language) throws Exception {
    var customer = TestCustomer.speaking(language);
    var refused = customer.saveCard("pm_card_chargeCustomerFail");
    var wanting = customer.saveCard("pm_card_authenticationRequired");
    var canceled = customer.newPayment();
    collector.stripe().v1().paymentIntents().cancel(canceled);
    var links = new LinkedHashMap<String, String>();
    links.put("pay authenticate", pay(customer, customer.stuckPayment(wanting), null));
    links.put("pay new_card", pay(customer, customer.stuckPayment(refused), null));
    links.put("pay succeeded", pay(customer, paid(customer), null));
    links.put("pay canceled", pay(customer, canceled, null));
    links.put("pay processing", pay(customer, customer.newPayment(), LinkEnd.PAID));
    links.put("pay expired", pay(customer, customer.newPayment(), LinkEnd.EXPIRED));
    links.put("pay failed", pay(customer, customer.newPayment(), LinkEnd.FAILED));
    links.put("setup ready", customer.setupLink());
    links.put("any notfound", collector.url() + "/pay/" + LinkToken.random().value());
    return links;
  }

  private String pay(TestCustomer customer, String intent, @Nullable LinkEnd end) {
    var requestId = "req_" + UUID.randomUUID();
    var link = customer.payLink(requestId, intent);
    if (end != null) {
      collector.part(LinkService.class).endAllOfCharge(requestId, end).block();
    }
    return link;
  }

  private String paid(TestCustomer customer) throws Exception {
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
