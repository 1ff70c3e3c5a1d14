package dev.offsession.simulator.card;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Arithmetic on card numbers. */
public final class CardNumber {
  private CardNumber() {}

  /** True for 12 to 19 digits whose check digit is right (Luhn). */
  public static boolean isValid(String number) {
    return number.matches("\\d{12,19}") && luhnSum(number) % 10 == 0;
  }

  /** Stable for a number and not reversible by eye: Stripe's {@code fingerprint} has 16 places. */
  public static String fingerprint(String number) {
    byte[] salted = ("offsession-simulator:" + number).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(salted);
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static int luhnSum(String number) {
    int sum = 0;
    for (int place = 0; place < number.length(); place++) {
      int digit = number.charAt(number.length() - 1 - place) - '0';
      int weighted = place % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum;
  }
}
