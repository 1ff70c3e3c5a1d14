package dev.offsession.collector.pages;

import dev.offsession.platform.stripe.StripeSettings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page shows; the templates read it as {@code page}.
 *
 * @param nonce what lets this answer's own scripts and colours pass the policy
 * @param script the page's own script, or empty when nothing is left to do on it
 * @param others the languages a visitor can switch to
 */
public record PageFrame(
    Look look, Locale locale, String nonce, String script, List<Locale> others) {
  private static final String STRIPES_OWN = "https://js.stripe.com/";

  /**
   * What is the same on all pages.
   *
   * @param domain the host customers should see in the address bar
   * @param style the merchant's colours as a style sheet
   */
  public record Look(
      MerchantSettings merchant, StripeSettings stripe, String domain, String style) {}

  public String language() {
    return locale.getLanguage();
  }

  public String merchant() {
    return look.merchant().name();
  }

  public @Nullable String legalName() {
    return look.merchant().legalName();
  }

  public @Nullable String logo() {
    return look.merchant().logoUrl();
  }

  /** Stands in for a logo. */
  public String initial() {
    var name = merchant();
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(locale);
  }

  public String domain() {
    return look.domain();
  }

  public String style() {
    return look.style();
  }

  public String contact() {
    return look.merchant().supportContact();
  }

  /** What the contact links to; null when it is none of mail, telephone and web. */
  public @Nullable String contactHref() {
    var contact = contact();
    if (contact.matches("https?://\\S+")) {
      return contact;
    }
    if (contact.matches("[^\\s@]+@[^\\s@]+")) {
      return "mailto:" + contact;
    }
    return contact.matches("\\+?[0-9()\\s.-]{5,30}")
        ? "tel:" + contact.replaceAll("[^+0-9]", "")
        : null;
  }

  public String asset(String name) {
    return "/assets/" + name;
  }

  public String stripeJs() {
    return look.stripe().jsUrl();
  }

  /** Whether the page needs Stripe.js: only where a card is entered or approved. */
  public boolean usesStripe() {
    return script.equals("pay.js") || script.equals("setup.js");
  }

  public String publishableKey() {
    return look.stripe().publishableKey();
  }

  /** A language's name in itself. */
  public String nameOf(Locale other) {
    var name = other.getDisplayLanguage(other);
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(other)
        + name.substring(name.offsetByCodePoints(0, 1));
  }

  /** Says that no real money moves: {@code simulated}, {@code test}, or null when it does. */
  public @Nullable String mode() {
    if (!stripeJs().startsWith(STRIPES_OWN)) {
      return "simulated";
    }
    return publishableKey().startsWith("pk_test_") ? "test" : null;
  }
}
