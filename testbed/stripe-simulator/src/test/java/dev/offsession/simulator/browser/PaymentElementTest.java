package dev.offsession.simulator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import dev.offsession.simulator.browser.InBrowser.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The Payment Element: card fields in an iframe of the simulator's origin. */
@ExtendWith(InBrowser.class)
class PaymentElementTest {

  @Nested
  class WhenMounted {

    @Test
    void saysReadyAndShowsTheFields(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();

      String first =
          page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

      assertThat(first).isEqualTo("ready");
      assertThat(page.cardFields().getByLabel("Card number")).isVisible();
      assertThat(page.cardFields().getByLabel("Expiration date")).isVisible();
      assertThat(page.cardFields().getByLabel("Security code")).isVisible();
      assertThat(page.cardFields().getByLabel("Country or region")).hasValue("US");
    }

    @Test
    void speaksJapanese(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();

      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "ja");

      assertThat(page.cardFields().getByLabel("カード番号")).isVisible();
      assertThat(page.cardFields().getByLabel("国または地域")).hasValue("JP");
      assertThat(page.cardFields().locator("html")).hasAttribute("lang", "ja");
    }

    @Test
    void offersTheTestCards(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

      page.cardFields().getByTestId("card-picker").selectOption("4000002760003184");

      assertThat(page.cardFields().getByTestId("card-number")).hasValue("4000 0027 6000 3184");
      assertThat(page.call("elements.submit()", null, null).code()).isNull();
    }

    @Test
    void worksWithoutAnIntentInSetupMode(Shop shop) {
      CheckoutPage page = shop.page();

      assertThat(page.mount(Map.of("mode", "setup", "currency", "jpy"), "en")).isEqualTo("ready");
    }

    @Test
    void refusesAnIntentThatIsOver(Shop shop) throws StripeException {
      var intent = shop.backend().aPaymentIntent(shop.backend().aCustomer());
      shop.backend().cancel(intent);

      String first = shop.page().mountPaymentElement(intent.getClientSecret(), "en");

      assertThat(first).isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void fitsANarrowPhoneWithoutScrollingSideways(Shop shop) throws StripeException {
      CheckoutPage page = shop.phone();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

      assertThat(page.page().evaluate("() => document.documentElement.scrollWidth")).isEqualTo(320);
    }
  }

  @Nested
  class WhileTheCustomerTypes {

    @Test
    void tellsThePageWhenTheCardIsComplete(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

      page.typeCard("4242424242424242", "1230", "123");

      page.page().waitForFunction("() => seen.at(-1).complete");
      List<?> changes =
          (List<?>)
              page.page()
                  .evaluate("() => seen.filter(e => e.name === 'change').map(e => e.complete)");
      assertThat(changes).hasSizeGreaterThan(20).last().isEqualTo(true);
      assertThat(changes.subList(0, changes.size() - 1))
          .allMatch(complete -> complete.equals(false));
    }

    @Test
    void announcesFocusAndBlur(Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

      page.cardFields().getByTestId("card-number").focus();
      page.cardFields().getByTestId("card-number").blur();

      page.page().waitForFunction("() => seen.some(e => e.name === 'blur')");
      assertThat((List<?>) page.page().evaluate("() => seen.map(e => e.name)"))
          .asString()
          .isEqualTo("[ready, focus, blur]");
    }

    @ParameterizedTest
    @CsvSource({
      "4242424242424242, 4242 4242 4242 4242, Visa",
      "378282246310005, 3782 822463 10005, Amex",
      "5555555555554444, 5555 5555 5555 4444, Mastercard"
    })
    void groupsTheDigitsAndNamesTheBrand(String typed, String shown, String brand, Shop shop)
        throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

      page.typeCard(typed, "1230", "123");

      assertThat(page.cardFields().getByTestId("card-number")).hasValue(shown);
      assertThat(page.cardFields().getByTestId("card-brand")).hasText(brand);
    }
  }

  @Nested
  class BeforeAnythingIsSent {

    @ParameterizedTest
    @CsvSource({
      "4242, 1230, 123, incomplete_number",
      "4242424242424241, 1230, 123, invalid_number",
      "4242424242424242, 12, 123, incomplete_expiry",
      "4242424242424242, 0120, 123, invalid_expiry_year_past",
      "4242424242424242, 1330, 123, invalid_expiry_month",
      "4242424242424242, 1230, 12, incomplete_cvc",
      "378282246310005, 1230, 123, incomplete_cvc"
    })
    void refusesACardThatCannotBeRight(
        String number, String expiry, String cvc, String code, Shop shop) throws StripeException {
      CheckoutPage page = shop.page();
      page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");
      page.typeCard(number, expiry, cvc);

      Result result =
          page.call("stripe.confirmSetup({elements, redirect: 'if_required'})", null, null);

      assertThat(result.type()).isEqualTo("validation_error");
      assertThat(result.code()).isEqualTo(code);
      assertThat(page.cardFields().getByText(String.valueOf(result.message()))).isVisible();
    }
  }

  @Test
  void keepsTheCardNumberOutOfTheMerchantsPage(Shop shop) throws StripeException {
    CheckoutPage page = shop.page();
    List<String> sent = new ArrayList<>();
    page.page()
        .onRequest(request -> {
          if (request.frame().equals(page.page().mainFrame())) {
            sent.add(request.url() + " " + request.postData());
          }
        });
    page.page()
        .evaluate(
            "() => { window.heard = []; addEventListener('message', e => heard.push(JSON.stringify(e.data))); }");
    page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");
    page.typeCard("4242424242424242", "1230", "987");

    page.call("stripe.confirmSetup({elements, redirect: 'if_required'})", null, null);

    String reachedThePage = sent + " " + page.page().evaluate("() => heard.join()");
    assertThat(reachedThePage).contains("/confirm").doesNotContain("424242", "987");
  }
}
