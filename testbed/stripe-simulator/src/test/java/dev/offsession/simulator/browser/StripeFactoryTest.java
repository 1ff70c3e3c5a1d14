package dev.offsession.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.simulator.browser.InBrowser.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** `Stripe(publishableKey)`: which keys it takes and which calls it knows. */
@ExtendWith(InBrowser.class)
class StripeFactoryTest {

  @ParameterizedTest
  @CsvSource({
    "pk_live_abc, refuses live keys",
    "sk_test_abc, should not use your secret key",
    "rk_test_abc, should not use your secret key",
    "whatever, Invalid API key",
    "'', empty string"
  })
  void refusesEveryKeyButAPublishableTestKey(String key, String reason, Shop shop) {
    Result result = shop.page().call("Stripe(argument)", null, key);

    assertThat(result.thrown()).startsWith("IntegrationError").contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handleCardPayment",
        "handleCardSetup",
        "confirmPaymentIntent",
        "confirmSetupIntent",
        "createSource",
        "retrieveSource"
      })
  void throwsWhereDahliaRemovedTheCall(String call, Shop shop) {
    Object thrownAtOnce =
        shop.page()
            .page()
            .evaluate(
                "(call) => { try { Stripe('pk_test_x')[call]('x'); } catch (e) { return e.message; } }",
                call);

    assertThat(thrownAtOnce).asString().contains(call, "removed in dahlia");
  }

  @Test
  void rejectsACallItDoesNotHaveWithItsName(Shop shop) {
    Result result = shop.page().call("Stripe('pk_test_x').createToken({})", null, null);

    assertThat(result.thrown())
        .isEqualTo("IntegrationError: The Stripe simulator has no stripe.createToken().");
  }

  @Test
  void isNotMistakenForAPromise(Shop shop) {
    Object awaited =
        shop.page().page().evaluate("async () => typeof (await Stripe('pk_test_x')).confirmSetup");

    assertThat(awaited).isEqualTo("function");
  }

  @Test
  void doesNotRepeatAMalformedSecretInItsError(Shop shop) {
    Result result =
        shop.page()
            .call("Stripe('pk_test_x').retrievePaymentIntent(secret)", "pi_1-topsecret", null);

    assertThat(result.thrown()).startsWith("IntegrationError").doesNotContain("topsecret");
  }

  @Test
  void reportsAWrongSecretAsAnErrorValue(Shop shop) {
    Result result =
        shop.page()
            .call("Stripe('pk_test_x').retrievePaymentIntent(secret)", "pi_1_secret_2", null);

    assertThat(result.type()).isEqualTo("invalid_request_error");
    assertThat(result.status()).isNull();
  }
}
