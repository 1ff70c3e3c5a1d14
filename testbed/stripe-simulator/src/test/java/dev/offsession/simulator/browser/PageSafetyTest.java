package dev.offsession.simulator.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.stripe.exception.StripeException;
import dev.offsession.simulator.browser.InBrowser.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every page the stand-in touches; its CSP is watched in every test (InBrowser). */
@ExtendWith(InBrowser.class)
class PageSafetyTest {

  private static final String RIBBON = "SIMULATOR - no real payment";
  private static final List<String> WCAG_22_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @Test
  void showsTheRibbonOnTheMerchantsPageAndInTheChallenge(Shop shop) throws StripeException {
    CheckoutPage page = aPageWithAnOpenChallenge(shop, shop.page(), "en");

    assertThat(page.page().locator("#stripe-simulator-ribbon")).hasText(RIBBON);
    assertThat(page.challenge().getByTestId("simulator-ribbon")).hasText(RIBBON);
  }

  @Test
  void keepsThePageFromReadingTheCardFields(Shop shop) throws StripeException {
    CheckoutPage page = shop.page();
    page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), "en");

    Object reached =
        page.page().evaluate("() => document.querySelector('iframe').contentDocument === null");

    assertThat(reached).isEqualTo(true);
  }

  @Test
  void ignoresMessagesThatDoNotComeFromItsOwnFrames(Shop shop) throws StripeException {
    CheckoutPage page = aPageWithAnOpenChallenge(shop, shop.page(), "en");

    page.page().evaluate("() => window.postMessage({kind: 'event', name: 'answered'}, '*')");
    page.page().evaluate("() => new Promise(resolve => setTimeout(resolve, 200))");

    assertThat(page.challenge().getByTestId("challenge-complete")).isVisible();
  }

  @Test
  void ignoresAPageThatPretendsToBeAnotherOrigin(Shop shop) {
    Page page = shop.page().page();
    page.evaluate(
        """
        (element) => new Promise((resolve) => {
          window.replies = [];
          addEventListener('message', (event) => replies.push(event.data));
          const frame = document.createElement('iframe');
          frame.onload = () => {
            frame.contentWindow.postMessage({kind: 'request', id: 1, name: 'validate'}, '*');
            setTimeout(resolve, 500);
          };
          frame.src = element + '?parent=https%3A%2F%2Fother.example';
          document.body.append(frame);
        })
        """,
        shop.surroundings().simulator().resolve("/element/payment").toString());

    assertThat((List<?>) page.evaluate("() => replies")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void isAccessibleOnADesktop(String locale, Shop shop) throws StripeException {
    assertAccessible(aPageWithFieldsInError(shop, shop.page(), locale));
    assertAccessible(aPageWithAnOpenChallenge(shop, shop.page(), locale));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void isAccessibleOnAPhone(String locale, Shop shop) throws StripeException {
    assertAccessible(aPageWithFieldsInError(shop, shop.phone(), locale));
    assertAccessible(aPageWithAnOpenChallenge(shop, shop.phone(), locale));
  }

  private static CheckoutPage aPageWithFieldsInError(Shop shop, CheckoutPage page, String locale)
      throws StripeException {
    page.mountPaymentElement(shop.backend().aSetupIntent().getClientSecret(), locale);
    page.call("elements.submit()", null, null);
    return page;
  }

  private static CheckoutPage aPageWithAnOpenChallenge(Shop shop, CheckoutPage page, String locale)
      throws StripeException {
    String customer = shop.backend().aCustomer();
    var intent = shop.backend().aPaymentIntent(customer);
    String method = shop.backend().savedMethod(customer, "pm_card_authenticationRequired");
    page.start(
        "Stripe('pk_test_x', {locale: '%s'}).confirmCardPayment(secret, {payment_method: argument})"
            .formatted(locale),
        intent.getClientSecret(),
        method);
    page.challenge();
    return page;
  }

  private static void assertAccessible(CheckoutPage page) {
    var found = new AxeBuilder(page.page()).withTags(WCAG_22_AA).analyze();

    assertThat(found.getViolations())
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
  }
}
