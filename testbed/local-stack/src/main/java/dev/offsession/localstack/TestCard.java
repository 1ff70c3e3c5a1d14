package dev.offsession.localstack;

import java.util.Locale;
import java.util.stream.Stream;

/** The names that {@code ./dev charge --card} has for Stripe's documented test cards. */
public enum TestCard {
  /** Every charge succeeds. */
  OK("4242424242424242"),
  /** Saved without trouble, but the bank wants the customer at every charge. */
  NEEDS_AUTH("4000002760003184"),
  /** Saved without trouble; every charge is declined. */
  DECLINED("4000000000000341"),
  /** The bank asks when it is saved; every charge lacks funds. */
  INSUFFICIENT("4000008260003178"),
  /** The bank wants the customer, and declines once it was approved. */
  AUTH_THEN_DECLINED("4000008400001629");

  private final String number;

  TestCard(String number) {
    this.number = number;
  }

  /** The card number. */
  public String number() {
    return number;
  }

  /** The name as people type it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The number that a name or a number stands for.
   *
   * @throws IllegalArgumentException with a sentence when it is neither
   */
  public static String numberOf(String nameOrNumber) {
    String digits = nameOrNumber.replaceAll("[ -]", "");
    if (digits.matches("\\d{12,19}")) {
      return digits;
    }
    return Stream.of(values())
        .filter(card -> card.label().equals(nameOrNumber))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(explain(nameOrNumber)))
        .number();
  }

  private static String explain(String given) {
    return given
        + " is no test card. Use "
        + String.join(", ", Stream.of(values()).map(TestCard::label).toList())
        + " or a card number.";
  }
}
