package dev.offsession.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.stripe.exception.StripeException;
import dev.offsession.simulator.browser.InBrowser.Shop;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Saving a card and paying, with a new card or a saved one, with and without the bank's challenge.
 */
@ExtendWith(InBrowser.class)
class ConfirmTest {

  private static final String CONFIRM_SETUP =
      "stripe.confirmSetup({elements, redirect: 'if_required'})";
  private static final String CONFIRM_PAYMENT =
      "stripe.confirmPayment({elements, redirect: 'if_required'})";
  private static final String CONFIRM_CARD_PAYMENT =
      "Stripe('pk_test_x').confirmCardPayment(secret, {payment_method: argument})";

  @Nested
  class SavingACard {

    @Test
    void succeedsAtOnceWhenTheBankIsContent(Shop shop) throws StripeException {
      var intent = shop.backend().aSetupIntent();
      CheckoutPage page = shop.page();
      page.mountPaymentElement(intent.getClientSecret(), "en");
      page.typeCard("4242424242424242", "1230", "123");

      Result result = page.call(CONFIRM_SETUP, null, null);

      assertThat(result.status()).isEqualTo("succeeded");
      assertThat(shop.backend().setupIntent(intent.getId()).getPaymentMethod()).startsWith("pm_");
    }

    @Test
    void asksTheBankFirstWhenItWantsThat(Shop shop) throws StripeException {
      var intent = shop.backend().aSetupIntent();
      CheckoutPage page = shop.page();
      page.mountPaymentElement(intent.getClientSecret(), "en");
      page.typeCard("4000002500003155", "1230", "123");

      page.start(CONFIRM_SETUP, null, null);
      page.answerChallenge("complete");

      assertThat(page.outcome().status()).isEqualTo("succeeded");
    }

    @Test
    void reportsTheDeclineOfACardThatCannotBeSaved(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");
      page.typeCard("4000000000000002", "1230", "123");

      Result result = page.call(CONFIRM_SETUP, null, null);

      assertThat(result.type()).isEqualTo("card_error");
      assertThat(result.code()).isEqualTo("card_declined");
      assertThat(result.intentStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void letsTheCustomerTryAnotherCardAfterADecline(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");
      page.typeCard("4000000000000002", "1230", "123");
      page.call(CONFIRM_SETUP, null, null);

      page.page().evaluate("() => element.clear()");
      page.typeCard("4242424242424242", "1230", "123");

      assertThat(page.call(CONFIRM_SETUP, null, null).status()).isEqualTo("succeeded");
    }

    @Test
    void needsSubmitFirstInDeferredMode(Shop shop) throws StripeException {
      String secret = shop.backend().aSetupIntent().getClientSecret();
      CheckoutPage page = shop.page();
      page.mount(Map.of("mode", "setup", "currency", "jpy"), "en");
      page.typeCard("4242424242424242", "1230", "123");
      String call =
          "stripe.confirmSetup({elements, clientSecret: secret, redirect: 'if_required'})";

      assertThat(page.call(call, secret, null).thrown())
          .contains("elements.submit() must be called");
      page.call("elements.submit()", null, null);
      assertThat(page.call(call, secret, null).status()).isEqualTo("succeeded");
    }
  }

  @Nested
  class Redirecting {

    @Test
    void needsAReturnUrlUnlessToldOtherwise(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

      Result result = page.call("stripe.confirmSetup({elements})", null, null);

      assertThat(result.thrown()).startsWith("IntegrationError").contains("return_url");
    }

    @Test
    void goesToTheReturnUrlWithWhatHappened(Shop shop) throws StripeException {
      var intent = shop.backend().aPaymentIntent(shop.backend().aCustomer());
      CheckoutPage page = shop.pageWhereChallengesAnswerThemselves("complete");
      page.mountPaymentElement(intent.getClientSecret(), "en");
      page.typeCard("4000002760003184", "1230", "123");

      page.start(
          "stripe.confirmPayment({elements, confirmParams: {return_url: location.origin + '/done?order=1'}})",
          null,
          null);

      page.page().waitForURL("**/done?*", new Page.WaitForURLOptions().setTimeout(10_000));
      assertThat(page.page().url())
          .contains("order=1", "payment_intent=" + intent.getId(), "redirect_status=succeeded")
          .contains("payment_intent_client_secret=" + intent.getClientSecret());
    }

    @Test
    void staysOnThePageWhenTheCardIsDeclined(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      var intent = shop.backend().aPaymentIntent(shop.backend().aCustomer());
      page.mountPaymentElement(intent.getClientSecret(), "en");
      page.typeCard("4000000000009995", "1230", "123");

      Result result =
          page.call(
              "stripe.confirmPayment({elements, confirmParams: {return_url: location.origin + '/done'}})",
              null,
              null);

      assertThat(result.declineCode()).isEqualTo("insufficient_funds");
    }
  }

  @Nested
  class PayingWithANewCard {

    @Test
    void paysAndSavesTheCardForLater(Shop shop) throws StripeException {
      var intent = shop.backend().aPaymentIntent(shop.backend().aCustomer());
      CheckoutPage page = shop.page();
      page.mountPaymentElement(intent.getClientSecret(), "en");
      page.typeCard("4242424242424242", "1230", "123");

      assertThat(page.call(CONFIRM_PAYMENT, null, null).status()).isEqualTo("succeeded");

      var paid = shop.backend().paymentIntent(intent.getId());
      assertThat(paid.getAmountReceived()).isEqualTo(1200);
    }
  }

  @Nested
  class PayingWithASavedCard {

    @Test
    void succeedsOnceTheCustomerApproves(Shop shop) throws StripeException {
      String customer = shop.backend().aCustomer();
      var intent = shop.backend().aPaymentIntent(customer);
      String method = shop.backend().savedMethod(customer, "pm_card_authenticationRequired");
      CheckoutPage page = shop.page();

      page.start(CONFIRM_CARD_PAYMENT, intent.getClientSecret(), method);
      assertThat(page.challenge().getByTestId("challenge-amount").textContent())
          .matches("JPY\\h1,200");
      page.answerChallenge("complete");

      assertThat(page.outcome().status()).isEqualTo("succeeded");
    }

    @ParameterizedTest
    @CsvSource({"fail, requires_payment_method", "cancel, requires_action"})
    void failsWhenTheCustomerDoesNot(String answer, String left, Shop shop) throws StripeException {
      String customer = shop.backend().aCustomer();
      var intent = shop.backend().aPaymentIntent(customer);
      String method = shop.backend().savedMethod(customer, "pm_card_authenticationRequired");
      CheckoutPage page = shop.page();

      page.start(CONFIRM_CARD_PAYMENT, intent.getClientSecret(), method);
      page.answerChallenge(answer);

      Result result = page.outcome();
      assertThat(result.code()).isEqualTo("payment_intent_authentication_failure");
      assertThat(result.intentStatus()).isEqualTo(left);
    }

    @Test
    void takesTheEscapeKeyAsCancel(Shop shop) throws StripeException {
      String customer = shop.backend().aCustomer();
      var intent = shop.backend().aPaymentIntent(customer);
      String method = shop.backend().savedMethod(customer, "pm_card_authenticationRequired");
      CheckoutPage page = shop.page();

      page.start(CONFIRM_CARD_PAYMENT, intent.getClientSecret(), method);
      page.challenge();
      page.page().bringToFront();
      page.page()
          .evaluate(
              "() => document.querySelector('[data-testid=challenge]').shadowRoot.querySelector('dialog').focus()");
      page.page().keyboard().press("Escape");

      assertThat(page.outcome().code()).isEqualTo("payment_intent_authentication_failure");
    }

    @Test
    void reportsTheBanksRefusalAfterTheApproval(Shop shop) throws StripeException {
      String customer = shop.backend().aCustomer();
      var intent = shop.backend().aPaymentIntent(customer);
      String method =
          shop.backend()
              .savedMethod(
                  customer, "pm_card_authenticationRequiredChargeDeclinedInsufficientFunds");
      CheckoutPage page = shop.page();

      page.start(CONFIRM_CARD_PAYMENT, intent.getClientSecret(), method);
      page.answerChallenge("complete");

      Result result = page.outcome();
      assertThat(result.declineCode()).isEqualTo("insufficient_funds");
      assertThat(result.intentStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void leavesTheChallengeToThePageWhenAsked(Shop shop) throws StripeException {
      String customer = shop.backend().aCustomer();
      var intent = shop.backend().aPaymentIntent(customer);
      String method = shop.backend().savedMethod(customer, "pm_card_authenticationRequired");
      CheckoutPage page = shop.page();

      Result result =
          page.call(
              "Stripe('pk_test_x').confirmCardPayment(secret, {payment_method: argument}, {handleActions: false})",
              intent.getClientSecret(),
              method);

      assertThat(result.status()).isEqualTo("requires_action");
    }

    @Test
    void tellsAPageThatComesLateThatItIsPaid(Shop shop) throws StripeException {
      String customer = shop.backend().aCustomer();
      var intent = shop.backend().aPaymentIntent(customer);
      String method = shop.backend().savedMethod(customer, "pm_card_visa");
      CheckoutPage page = shop.page();
      page.call(CONFIRM_CARD_PAYMENT, intent.getClientSecret(), method);

      Result second = page.call(CONFIRM_CARD_PAYMENT, intent.getClientSecret(), method);

      assertThat(second.code()).isEqualTo("payment_intent_unexpected_state");
      assertThat(second.intentStatus()).isEqualTo("succeeded");
    }
  }

  @Nested
  class HandlingTheNextAction {

    private static final String HANDLE =
        "Stripe('pk_test_x').handleNextAction({clientSecret: secret})";

    @Test
    void continuesAnIntentThatWaitsForItsCustomer(Shop shop) throws StripeException {
      String customer = shop.backend().aCustomer();
      var intent = shop.backend().aPaymentIntent(customer);
      String method = shop.backend().savedMethod(customer, "pm_card_authenticationRequired");
      CheckoutPage page = shop.page();
      page.start(CONFIRM_CARD_PAYMENT, intent.getClientSecret(), method);
      page.answerChallenge("cancel");

      page.start(HANDLE, intent.getClientSecret(), null);
      page.answerChallenge("complete");

      assertThat(page.outcome().status()).isEqualTo("succeeded");
    }

    @Test
    void refusesAnIntentThatNeedsAPaymentMethod(Shop shop) throws StripeException {
      var intent = shop.backend().aPaymentIntent(shop.backend().aCustomer());

      Result result = shop.page().call(HANDLE, intent.getClientSecret(), null);

      assertThat(result.thrown()).contains("is not in the requires_action state");
    }
  }
}
