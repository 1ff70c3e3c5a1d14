package dev.offsession.platform.stripe;

import dev.offsession.platform.settings.SettingException;
import java.net.URI;
import java.util.Set;

/**
 * Which keys and addresses go with which profile, so that test and live money never mix: profile
 * {@code live} takes live keys only, every other start takes test keys only, and only profile
 * {@code dev} may talk to a simulator, on this machine.
 */
final class KeyRules {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final StripeSettings settings;
  private final boolean live;
  private final boolean dev;

  KeyRules(StripeSettings settings, Set<String> profiles) {
    this.settings = settings;
    this.live = profiles.contains("live");
    this.dev = profiles.contains("dev");
  }

  /** Throws {@link SettingException} for the first setting that does not fit. */
  void check() {
    checkKey("offsession.stripe.secret-key", settings.secretKey(), "sk_", "rk_");
    if (!settings.publishableKey().isEmpty()) {
      checkKey("offsession.stripe.publishable-key", settings.publishableKey(), "pk_");
    }
    checkAddress("offsession.stripe.api-base", settings.apiBase(), StripeSettings.API_BASE);
    checkAddress("offsession.stripe.js-url", settings.jsUrl(), StripeSettings.JS_URL);
  }

  private void checkKey(String property, String key, String... kinds) {
    String mode = live ? "live_" : "test_";
    for (String kind : kinds) {
      if (key.startsWith(kind + mode)) {
        return;
      }
    }
    String expected = String.join(mode + " or ", kinds) + mode;
    throw SettingException.wrong(
        property,
        live
            ? "must start with " + expected + " because profile live is active"
            : "must start with " + expected + " unless profile live is active");
  }

  private void checkAddress(String property, String address, String stripes) {
    if (address.equals(stripes)) {
      return;
    }
    if (!dev) {
      throw SettingException.wrong(
          property, "must be " + stripes + " unless profile dev is active");
    }
    if (!LOOPBACK.contains(URI.create(address).getHost())) {
      throw SettingException.wrong(
          property, "must be " + stripes + " or a simulator on this machine (127.0.0.1)");
    }
  }
}
