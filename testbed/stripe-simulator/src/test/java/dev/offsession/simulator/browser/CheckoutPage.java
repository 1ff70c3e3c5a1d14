package dev.offsession.simulator.browser;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's page in the browser: the script calls it makes, and what its customer does in it.
 */
final class CheckoutPage {

  private final Page page;

  CheckoutPage(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  /** Creates `stripe`, `elements` and `element`, mounts it and waits for `ready` or `loaderror`. */
  String mountPaymentElement(String clientSecret, String locale) {
    return mount(Map.of("clientSecret", clientSecret), locale);
  }

  String mount(Map<String, Object> elementsOptions, String locale) {
    return (String)
        page.evaluate(
            """
            ([options, locale]) => new Promise((resolve) => {
              window.stripe = Stripe('pk_test_browser', {locale});
              window.elements = stripe.elements(options);
              window.element = elements.create('payment');
              window.seen = [];
              for (const name of ['ready', 'change', 'focus', 'blur']) {
                element.on(name, (event) => seen.push({name, ...event}));
              }
              element.on('ready', () => resolve('ready'));
              element.on('loaderror', ({error}) => resolve(error.code));
              element.mount('#payment-element');
            })
            """,
            List.of(elementsOptions, locale));
  }

  /**
   * Starts a call and leaves it running, because the customer must act before it ends.
   *
   * @param call an expression of the page's script; {@code secret} and {@code argument} are given
   */
  void start(String call, @Nullable String secret, @Nullable String argument) {
    page.evaluate(
        "(given) => { window.outcome = (%s)(given); }".formatted(resultOf(call)),
        new @Nullable Object[] {secret, argument});
  }

  /** The call as a function that never rejects and tells what came of it in short. */
  private static String resultOf(String call) {
    return """
    async ([secret, argument]) => {
      const shorten = ({error, paymentIntent, setupIntent}) => ({
        status: (paymentIntent ?? setupIntent)?.status,
        type: error?.type, code: error?.code, declineCode: error?.decline_code, message: error?.message,
        intentStatus: (error?.payment_intent ?? error?.setup_intent)?.status,
      });
      try {
        return shorten(await (%s));
      } catch (problem) {
        return {thrown: `${problem.name}: ${problem.message}`};
      }
    }
    """
        .formatted(call);
  }

  /** How the call that was started ended. */
  Result outcome() {
    return Result.of(page.evaluate("() => window.outcome"));
  }

  Result call(String call, @Nullable String secret, @Nullable String argument) {
    start(call, secret, argument);
    return outcome();
  }

  FrameLocator cardFields() {
    return page.frameLocator("[data-testid=payment-element-frame]");
  }

  void typeCard(String number, String expiry, String cvc) {
    cardFields().getByTestId("card-number").pressSequentially(number);
    cardFields().getByTestId("card-expiry").pressSequentially(expiry);
    cardFields().getByTestId("card-cvc").pressSequentially(cvc);
  }

  /** The bank's page, once its buttons may be pressed. */
  FrameLocator challenge() {
    FrameLocator challenge = page.frameLocator("[data-testid=challenge-frame]");
    challenge.locator("[data-testid=challenge-complete]:enabled").waitFor();
    return challenge;
  }

  void answerChallenge(String answer) {
    challenge().getByTestId("challenge-" + answer).click();
    page.getByTestId("challenge")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
  }
}
