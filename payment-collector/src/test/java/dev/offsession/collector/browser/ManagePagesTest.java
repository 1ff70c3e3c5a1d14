package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.exception.StripeException;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What customers do with their saved cards and with their messages. */
class ManagePagesTest {
  private final RunningCollector collector = RunningCollector.get();
  private final Browsers browsers = Browsers.shared();
  private final TestCustomer customer = TestCustomer.speaking("en");

  @Test
  void anotherCardBecomesTheDefault() {
    saved("pm_card_visa");
    saved("pm_card_mastercard");
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.cardsLink()).seesState("list");
      assertThat(defaultCard(visitor)).contains("Mastercard");

      visitor.presses(".choose");

      visitor.page().waitForCondition(() -> defaultCard(visitor).contains("Visa"));
      visitor.hasNothingToComplainOf();
    }
  }

  @Test
  void aCardIsRemovedAfterOneMoreQuestion() throws StripeException {
    var method = saved("pm_card_visa");
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.cardsLink()).seesState("list").presses(".remove");
      assertThat(visitor.page().locator("#confirm").innerText()).contains("Visa ending in 4242");
      visitor.presses("#confirm-keep").seesState("list");

      visitor.presses(".remove").presses("#confirm-remove").seesState("empty");

      visitor.hasNothingToComplainOf();
    }
    assertThat(collector.stripe().v1().paymentMethods().retrieve(method).getCustomer()).isNull();
  }

  @Test
  void aCardThatIsGoneAlreadyIsSimplyGone() throws StripeException {
    var method = saved("pm_card_visa");
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.cardsLink()).seesState("list");
      collector.stripe().v1().paymentMethods().detach(method);

      visitor.presses(".remove").presses("#confirm-remove").seesState("empty");
    }
  }

  @Test
  void aCardIsAddedFromThere() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.cardsLink()).seesState("empty").presses("#add").seesState("ready");
      visitor.typesCard("4242424242424242").presses("#submit").seesState("saved");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> customer.methods().path("data").size() == 1);

      visitor.presses("#manage").seesState("list").hasNothingToComplainOf();

      assertThat(defaultCard(visitor)).contains("Visa ending in 4242");
    }
  }

  @Test
  void remindersAreMutedAndWantedAgain() {
    try (var visitor = browsers.visitor("ja")) {
      visitor.opens(TestCustomer.speaking("ja").preferencesLink()).seesState("on");
      visitor.presses("#reminders").seesState("muted");
      assertThat(visitor.text()).contains("再度のご案内は停止しています");

      visitor.presses("#reminders").seesState("on").hasNothingToComplainOf();
    }
  }

  private String saved(String readyMade) {
    var method = customer.saveCard(readyMade);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> method.equals(customer.methods().path("default_payment_method_id").asString("")));
    return method;
  }

  private static String defaultCard(Visitor visitor) {
    return visitor.page().locator("li:has(.badge)").innerText();
  }
}
