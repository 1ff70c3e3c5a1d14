package dev.offsession.localstack.browser;

import java.time.Year;
import java.time.ZoneOffset;

/**
 * What a customer types for a test card: any future expiry and any security code will do.
 *
 * @param number digits only
 * @param year four digits; the month is December
 */
record TypedCard(String number, int year, String cvc) {

  static TypedCard of(String number) {
    boolean amex = number.length() == 15;
    return new TypedCard(number, Year.now(ZoneOffset.UTC).getValue() + 4, amex ? "1234" : "123");
  }

  /** Month and two digits of the year, as typed into one field. */
  String expiry() {
    return "12%02d".formatted(year % 100);
  }
}
