package dev.offsession.collector.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1200|jpy|en|¥1,200",
        "1200|jpy|ja|1,200円",
        "1234|usd|en|$12.34",
        "1000|usd|en|$10.00",
        "1234|eur|ja|€12.34",
        "12340|kwd|en|KWD 12.340",
        "50000|isk|en|ISK 500",
        "50000|ugx|en|UGX 500",
        "500|mga|en|MGA 500",
        "150000|krw|en|₩150,000",
      })
  void readsAsPeopleReadIt(long minorUnits, String currency, String language, String text) {
    assertThat(MoneyText.of(minorUnits, currency, Locale.of(language))).isEqualTo(text);
  }

  @Test
  void neverUsesTheFullWidthYenSign() {
    for (var currency : Currency.getAvailableCurrencies()) {
      if (currency.getDefaultFractionDigits() >= 0) {
        var code = currency.getCurrencyCode().toLowerCase(Locale.ROOT);
        assertThat(MoneyText.of(123400, code, Locale.JAPANESE)).doesNotContain("￥");
      }
    }
  }
}
