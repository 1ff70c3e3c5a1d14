package dev.offsession.collector.pages;

import dev.offsession.platform.stripe.StripeSettings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the frame around every page shows; the templates read it as {@code page}. */
public final class PageFrame {
  private static final String STRIPES_OWN = "https://js.stripe.com/";

  private final MerchantSettings merchant;
  private final StripeSettings stripe;
  private final Locale language;

  PageFrame(MerchantSettings merchant, StripeSettings stripe, Locale language) {
    this.merchant = merchant;
    this.stripe = stripe;
    this.language = language;
  }

  public String language() {
    return language.getLanguage();
  }

  public String merchant() {
    return merchant.name();
  }

  public String contact() {
    return merchant.supportContact();
  }

  /** What the contact links to; null when it is none of mail, telephone and web. */
  public @Nullable String contactHref() {
    var contact = merchant.supportContact();
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
    return stripe.jsUrl();
  }

  public String publishableKey() {
    return stripe.publishableKey();
  }

  /** Says that no real money moves: {@code simulated}, {@code test}, or null when it does. */
  public @Nullable String mode() {
    if (!stripe.jsUrl().startsWith(STRIPES_OWN)) {
      return "simulated";
    }
    return stripe.publishableKey().startsWith("pk_test_") ? "test" : null;
  }
}
