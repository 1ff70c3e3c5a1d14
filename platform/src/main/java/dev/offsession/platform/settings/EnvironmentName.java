package dev.offsession.platform.settings;

import java.util.Locale;

/** How a property is called as an environment variable. */
final class EnvironmentName {

  private EnvironmentName() {}

  /** {@code offsession.stripe.secret-key} is {@code OFFSESSION_STRIPE_SECRET_KEY}. */
  static String of(String property) {
    return property
        .replaceAll("\\[(\\d+)]", "_$1")
        .replaceAll("[.-]", "_")
        .toUpperCase(Locale.ROOT);
  }
}
