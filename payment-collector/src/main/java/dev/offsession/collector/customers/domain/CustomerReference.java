package dev.offsession.collector.customers.domain;

import java.util.regex.Pattern;

/**
 * The merchant's own id of a customer: 1 to 120 letters, digits and {@code . _ : @ -}. It travels
 * in URLs, as a Kafka key and in Stripe's metadata, so nothing else is let in.
 */
public record CustomerReference(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._:@-]{1,120}");

  /** Refuses anything that does not have the shape above. */
  public CustomerReference {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "customer reference is not 1-120 of A-Z a-z 0-9 . _ : @ -");
    }
  }

  /** Whether the text would be taken. */
  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches() && !value.equals(".") && !value.equals("..");
  }

  @Override
  public String toString() {
    return value;
  }
}
