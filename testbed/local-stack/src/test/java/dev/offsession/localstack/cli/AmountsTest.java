package dev.offsession.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1200  | jpy | 1,200 JPY",
        "1234  | eur | 12.34 EUR",
        "5120  | kwd | 5.120 KWD",
        "50000 | isk | 500.00 ISK",
        "5     | usd | 0.05 USD"
      })
  void showsMinorUnitsAsStripeCountsThem(long minorUnits, String currency, String shown) {
    assertThat(Amounts.of(minorUnits, currency)).isEqualTo(shown);
  }
}
