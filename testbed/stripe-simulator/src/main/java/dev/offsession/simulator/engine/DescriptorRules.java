package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/**
 * Stripe's rules on what the bank statement says.
 *
 * <p>Source: docs.stripe.com/get-started/account/statement-descriptors.
 */
final class DescriptorRules {
  private static final int TOTAL_MAX = 22;
  private static final String SEPARATOR = "* ";

  private DescriptorRules() {}

  static void check(PaymentTerms terms, String prefix) {
    if (terms.statementDescriptor() != null) {
      throw Refusal.invalid(
          "statement_descriptor",
          "The `statement_descriptor` parameter is not supported for the payment method type"
              + " `card`. Use `statement_descriptor_suffix` instead.");
    }
    checkSuffix(terms.statementDescriptorSuffix(), prefix);
  }

  private static void checkSuffix(@Nullable String suffix, String prefix) {
    if (suffix == null) {
      return;
    }
    if (prefix.length() + SEPARATOR.length() + suffix.length() > TOTAL_MAX) {
      throw wrong("With your prefix, the suffix is longer than 22 characters.");
    }
    if (!suffix.matches("[\\x20-\\x7e]*[A-Za-z][\\x20-\\x7e]*")) {
      throw wrong("The suffix must contain Latin characters and at least one letter.");
    }
    if (suffix.matches(".*[<>\\\\'\"*].*")) {
      throw wrong("The suffix must not contain any of < > \\ ' \" *.");
    }
  }

  private static Refusal wrong(String message) {
    return Refusal.invalid("statement_descriptor_suffix", message);
  }
}
