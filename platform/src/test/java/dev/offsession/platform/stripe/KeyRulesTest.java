package dev.offsession.platform.stripe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.offsession.platform.settings.SettingException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRulesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest(name = "profile {0} with {1} and {2}")
  @CsvSource({
    "none, sk_test_x, pk_test_x",
    "none, rk_test_x, ''",
    "dev, sk_test_x, pk_test_x",
    "dev, rk_test_x, ''",
    "live, sk_live_x, pk_live_x",
    "live, rk_live_x, ''",
  })
  void letKeysPassThatFitTheProfile(String profile, String secretKey, String publishableKey) {
    assertThatCode(() -> check(profile, secretKey, publishableKey)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "profile {0} with {1} and {2}")
  @CsvSource({
    "none, sk_live_canary, ''",
    "none, rk_live_canary, ''",
    "none, pk_test_canary, ''",
    "none, canary, ''",
    "none, SK_TEST_canary, ''",
    "dev, sk_live_canary, ''",
    "live, sk_test_canary, ''",
    "live, rk_test_canary, ''",
    "none, sk_test_x, pk_live_canary",
    "none, sk_test_x, sk_test_canary",
    "dev, sk_test_x, pk_live_canary",
    "live, sk_live_x, pk_test_canary",
  })
  void refuseKeysThatDoNotAndNeverRepeatThem(
      String profile, String secretKey, String publishableKey) {
    assertThatThrownBy(() -> check(profile, secretKey, publishableKey))
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("must start with")
        .hasMessageContaining("profile live is active")
        .message()
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:8086", "http://localhost:8086", "http://[::1]:8086"})
  void letASimulatorOnThisMachineBeUsedInDevOnly(String address) {
    var base = settings("sk_test_x", "", address, StripeSettings.JS_URL);
    var js = settings("sk_test_x", "", StripeSettings.API_BASE, address + "/js/stripe-sim.js");

    assertThatCode(() -> new KeyRules(base, Set.of("dev")).check()).doesNotThrowAnyException();
    assertThatCode(() -> new KeyRules(js, Set.of("dev")).check()).doesNotThrowAnyException();
    assertThatThrownBy(() -> new KeyRules(base, Set.of()).check())
        .hasMessageContaining("offsession.stripe.api-base")
        .hasMessageContaining("unless profile dev is active");
    assertThatThrownBy(() -> new KeyRules(js, Set.of()).check())
        .hasMessageContaining("offsession.stripe.js-url");
  }

  @ParameterizedTest
  @CsvSource({
    "http://simulator:8086",
    "http://10.0.0.7:8086",
    "https://api.stripe.com.evil.example",
    "https://127.0.0.1.evil.example",
    "http://api.stripe.com",
  })
  void refuseAnyOtherAddressEvenInDev(String address) {
    var settings = settings("sk_test_x", "", address, StripeSettings.JS_URL);

    assertThatThrownBy(() -> new KeyRules(settings, Set.of("dev")).check())
        .isInstanceOf(SettingException.class)
        .hasMessageContaining("offsession.stripe.api-base");
  }

  private static void check(String profile, String secretKey, String publishableKey) {
    var settings =
        settings(secretKey, publishableKey, StripeSettings.API_BASE, StripeSettings.JS_URL);
    new KeyRules(settings, Set.of(profile)).check();
  }

  private static StripeSettings settings(
      String secretKey, String publishableKey, String apiBase, String jsUrl) {
    return new StripeSettings(secretKey, publishableKey, apiBase, jsUrl, SECOND, SECOND);
  }
}
