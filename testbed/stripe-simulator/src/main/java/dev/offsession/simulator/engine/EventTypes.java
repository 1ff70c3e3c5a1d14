package dev.offsession.simulator.engine;

/** Stripe's patterns over event types. */
public final class EventTypes {
  private EventTypes() {}

  /** True for the type itself, for {@code payment_intent.*} and for {@code *}. */
  public static boolean matches(String pattern, String type) {
    if (pattern.endsWith("*")) {
      return type.startsWith(pattern.substring(0, pattern.length() - 1));
    }
    return pattern.equals(type);
  }
}
