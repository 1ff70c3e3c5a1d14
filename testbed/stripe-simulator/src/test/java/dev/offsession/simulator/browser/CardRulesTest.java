package dev.offsession.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.offsession.simulator.browser.InBrowser.Shop;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pure rules behind the card fields, called in the browser that runs them. */
@ExtendWith(InBrowser.class)
class CardRulesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "fine",
      value = {
        "4242424242424242, fine",
        "5555555555554444, fine",
        "2223003122003222, fine",
        "378282246310005, fine",
        "3566002020360505, fine",
        "6200000000000005, fine",
        "4242424242424241, invalid_number",
        "4224242424242424, invalid_number",
        "424242424242424, incomplete_number",
        "'', incomplete_number"
      })
  void checksLengthAndCheckDigit(String number, String expected, Shop shop) {
    assertThat(call(shop, "checkNumber", number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "fine",
      value = {
        "11 / 26, fine",
        "12 / 26, fine",
        "10 / 26, invalid_expiry_month_past",
        "12 / 25, invalid_expiry_year_past",
        "00 / 30, invalid_expiry_month",
        "13 / 30, invalid_expiry_month",
        "12 / 77, invalid_expiry_year",
        "12 / 3, incomplete_expiry"
      })
  void takesACardThroughTheLastDayOfItsMonth(String expiry, String expected, Shop shop) {
    assertThat(onTheLastOfNovember2026(shop, expiry)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'1', 1", "'5', 05", "'123', 12 / 3", "'12/34', 12 / 34", "'1234567', 12 / 34"})
  void formatsAnExpiryAsItIsTyped(String typed, String shown, Shop shop) {
    assertThat(call(shop, "formatExpiry", typed)).isEqualTo(shown);
  }

  private static Object call(Shop shop, String function, String argument) {
    return rulesPage(shop)
        .evaluate(
            "async ([name, argument]) => (await import('/js/card-rules.js'))[name](argument)",
            List.of(function, argument));
  }

  private static Object onTheLastOfNovember2026(Shop shop, String expiry) {
    return rulesPage(shop)
        .evaluate(
            "async (e) => (await import('/js/card-rules.js')).checkExpiry(e, new Date(2026, 10, 30))",
            expiry);
  }

  private static Page rulesPage(Shop shop) {
    Page page = shop.page().page();
    page.navigate(shop.surroundings().simulator().resolve("/element/payment").toString());
    return page;
  }
}
