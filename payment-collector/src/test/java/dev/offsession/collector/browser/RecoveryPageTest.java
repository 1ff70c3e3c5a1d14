package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.offsession.collector.support.TestCustomer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecoveryPageTest {
  private static final Browsers browsers = Browsers.shared();

  private final TestCustomer customer = TestCustomer.speaking("en");
  private final String requestId = "req_" + UUID.randomUUID();

  @Nested
  class WhenTheBankWantsTheCustomer {
    private final String method = customer.saveCard("pm_card_authenticationRequired");
    private final String intent = customer.stuckPayment(method);
    private final String link = customer.payLink(requestId, intent);

    @Test
    void oneButtonPaysWithTheSavedCard() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("authenticate");
        assertThat(visitor.heading()).isEqualTo("Approve your ¥1,200 payment");
        assertThat(visitor.text())
            .contains("Hoshi Books", "Visa ending in 3184", "Monthly box, November");

        visitor.presses("#approve").answersBank("complete").seesState("succeeded");

        visitor.hasNothingToComplainOf();
      }
      assertThat(customer.payment(intent).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aFailedApprovalMayBeRepeatedOnceAndThenAnotherCardIsAskedFor() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("authenticate").presses("#approve").answersBank("fail");
        visitor.page().getByTestId("error").waitFor();
        visitor.seesState("authenticate");
        assertThat(visitor.text()).contains("Please try once more");

        visitor.presses("#approve").answersBank("fail").seesState("new_card");

        assertThat(visitor.text()).contains("Please use another card");
      }
    }

    @Test
    void leavingTheBanksQuestionOpenLosesNothing() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("authenticate").presses("#approve").answersBank("cancel");
        visitor.page().getByTestId("error").waitFor();
        assertThat(visitor.text()).contains("was not approved");

        visitor.presses("#approve").answersBank("complete").seesState("succeeded");
      }
    }

    @Test
    void anotherCardPaysTheSamePaymentAndBecomesTheDefault() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("authenticate").presses("#use-another-card");
        visitor.seesState("new_card").wantsTheCardSaved().typesCard("4242424242424242");
        visitor.presses("#pay").seesState("succeeded").hasNothingToComplainOf();
      }
      assertThat(customer.payment(intent).getStatus()).isEqualTo("succeeded");
      awaitDefaultEndingIn("4242");
    }

    @Test
    void theSecondTabShowsWhatTheFirstHasDone() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("authenticate");
        var second = visitor.newTab();
        second.navigate(link);
        second.locator("main[data-state=authenticate]").waitFor();
        visitor.presses("#approve").answersBank("complete").seesState("succeeded");

        // Nobody touches the second tab: it looks for itself.
        second.locator("main[data-state=succeeded]").waitFor();
      }
      assertThat(customer.payment(intent).getAmountReceived()).isEqualTo(1200);
    }

    @Test
    void openingThePageTenTimesChangesNothing() {
      var before = customer.collector().simulator().writes();

      for (int i = 0; i < 10; i++) {
        customer.collector().anonymous().get().uri(link).exchange().expectStatus().isOk();
        customer
            .collector()
            .anonymous()
            .get()
            .uri(link + "/status")
            .exchange()
            .expectStatus()
            .isOk();
      }
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("authenticate").presses("#use-another-card");
        visitor.page().waitForTimeout(500);
      }

      assertThat(customer.collector().simulator().writes()).isEqualTo(before);
      assertThat(customer.payment(intent).getStatus()).isEqualTo("requires_payment_method");
      assertThat(customer.payment(intent).getSetupFutureUsage()).isNull();
    }
  }

  @Nested
  class WhenTheCardWasRefused {
    private final String method = customer.saveCard("pm_card_chargeCustomerFail");
    private final String intent = customer.stuckPayment(method);
    private final String link = customer.payLink(requestId, intent);

    @Test
    void anotherCardPaysAndBecomesTheDefault() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("new_card");
        assertThat(visitor.text()).contains("Your bank declined the payment");

        visitor.wantsTheCardSaved().typesCard("4242424242424242").presses("#pay");

        visitor.seesState("succeeded").hasNothingToComplainOf();
      }
      awaitDefaultEndingIn("4242");
    }

    @Test
    void anotherRefusedCardSaysWhyAndLeavesTheFormOpen() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("new_card").typesCard("4000000000009995").presses("#pay");
        visitor.page().getByText("has not enough funds").waitFor();

        visitor.typesCard("4242424242424242").presses("#pay").seesState("succeeded");
      }
      assertThat(customer.payment(intent).getAmountReceived()).isEqualTo(1200);
    }

    @Test
    void aCardThatWantsApprovalPaysAfterIt() {
      try (var visitor = browsers.visitor("en")) {
        visitor.opens(link).seesState("new_card").typesCard("4000002500003155").presses("#pay");
        visitor.answersBank("complete").seesState("succeeded");
      }
    }
  }

  private void awaitDefaultEndingIn(String last4) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          var methods = customer.methods();
          var chosen = methods.path("default_payment_method_id").asString("");
          assertThat(
                  methods
                      .path("data")
                      .valueStream()
                      .filter(method -> chosen.equals(method.path("id").asString("")))
                      .map(method -> method.path("last4").asString("")))
              .containsExactly(last4);
        });
  }
}
