package dev.offsession.platform.stripe;

import dev.offsession.platform.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Stripe account and how to talk to it.
 *
 * @param secretKey secret or restricted key; must fit the profile, see {@link KeyRules}
 * @param publishableKey key for browsers and apps, or empty in a service that shows no page
 * @param apiBase Stripe's API; another one only in profile {@code dev}
 * @param jsUrl Stripe.js; another one only in profile {@code dev}
 * @param connectTimeout how long a connection may take; nothing has been sent when it runs out
 * @param readTimeout how long one call may take before its outcome counts as unknown
 */
@ConfigurationProperties(StripeSettings.PREFIX)
public record StripeSettings(
    String secretKey,
    @DefaultValue("") String publishableKey,
    @DefaultValue(StripeSettings.API_BASE) String apiBase,
    @DefaultValue(StripeSettings.JS_URL) String jsUrl,
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("30s") Duration readTimeout) {

  static final String PREFIX = "offsession.stripe";
  static final String API_BASE = "https://api.stripe.com";
  static final String JS_URL = "https://js.stripe.com/dahlia/stripe.js";

  public StripeSettings {
    secretKey = Setting.required("offsession.stripe.secret-key", secretKey);
    publishableKey = publishableKey.strip();
    apiBase = Setting.httpUrl("offsession.stripe.api-base", apiBase);
    jsUrl = Setting.httpUrl("offsession.stripe.js-url", jsUrl);
    Setting.positive("offsession.stripe.connect-timeout", connectTimeout);
    Setting.positive("offsession.stripe.read-timeout", readTimeout);
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "StripeSettings[" + apiBase + "]";
  }
}
