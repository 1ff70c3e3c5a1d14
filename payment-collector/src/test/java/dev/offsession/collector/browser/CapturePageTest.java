package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.collector.support.TestCustomer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CapturePageTest {
  private static final Browsers browsers = Browsers.shared();

  @Test
  void aCardIsSavedAndBecomesTheDefault() {
    var customer = TestCustomer.speaking("en");

    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.setupLink()).seesState("ready").typesCard("4242424242424242");
      visitor.presses("#submit").seesState("saved");

      assertThat(visitor.text()).contains("Visa ending in 4242");
      visitor.hasNothingToComplainOf();
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          assertThat(customer.methods().path("data").path(0).path("last4").asString(""))
              .isEqualTo("4242");
          assertThat(customer.methods().path("default_payment_method_id").asString(""))
              .isEqualTo(customer.methods().path("data").path(0).path("id").asString("?"));
        });
  }

  @Test
  void aCardThatWantsApprovalIsSavedAfterIt() {
    var customer = TestCustomer.speaking("ja");

    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.setupLink()).seesState("ready").typesCard("4000002760003184");
      visitor.presses("#submit").answersBank("complete").seesState("saved");

      assertThat(visitor.heading()).contains("カードを登録しました");
      visitor.hasNothingToComplainOf();
    }
  }

  @Test
  void aCardThatTheBankTakesItsTimeForIsWaitedFor() {
    var customer = TestCustomer.speaking("en");
    customer
        .collector()
        .simulator()
        .control(
            "POST",
            "/_sim/cards/5555555555554444/next",
            "{\"outcome\":\"processing\",\"setup\":true}");

    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.setupLink()).seesState("ready").typesCard("5555555555554444");
      visitor.presses("#submit");
      visitor.page().getByText("Your card is being checked").waitFor();
      visitor.findsThePageAccessible();

      visitor.seesState("saved");

      assertThat(visitor.text()).contains("Mastercard ending in 4444");
      visitor.hasNothingToComplainOf();
    }
  }

  @Test
  void aRefusedCardMayBeReplacedByAnother() {
    var customer = TestCustomer.speaking("en");

    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.setupLink()).seesState("ready").typesCard("4000000000000002");
      visitor.presses("#submit");
      visitor.page().getByTestId("error").waitFor();
      assertThat(visitor.text()).contains("did not accept the card");
      assertThat(visitor.page().evaluate("document.activeElement.id")).isEqualTo("error");

      visitor.typesCard("5555555555554444").presses("#submit").seesState("saved");

      assertThat(visitor.text()).contains("Mastercard ending in 4444");
    }
  }

  @Test
  void aWrongNumberIsSaidAtOnce() {
    var customer = TestCustomer.speaking("en");

    try (var visitor = browsers.visitor("en")) {
      visitor.opens(customer.setupLink()).seesState("ready").typesCard("4242424242424241");
      visitor.presses("#submit");

      visitor.page().getByTestId("error").waitFor();
      visitor.seesState("ready").hasNothingToComplainOf();
    }
  }

  @Test
  void theSavedPageStaysSavedWhenOpenedAgain() {
    var customer = TestCustomer.speaking("en");
    var link = customer.setupLink();

    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("ready").typesCard("4242424242424242");
      visitor.presses("#submit").seesState("saved");
    }
    try (var other = browsers.visitor("en")) {
      other.opens(link).seesState("saved");
    }
  }
}
