package dev.offsession.notifier.prompting.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest(name = "{0} {1} for {2} reads {3}, in full {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1200     | jpy | en-US | ¥1,200       | ¥1,200 (JPY)
          1200     | jpy | ja-JP | 1,200円      | 1,200円
          99999999 | jpy | ja-JP | 99,999,999円 | 99,999,999円
          1234     | usd | en-US | $12.34       | $12.34 (USD)
          1234     | usd | en-GB | US$12.34     | US$12.34 (USD)
          1234     | eur | ja-JP | €12.34       | €12.34 (EUR)
          1230     | kwd | en-US | KWD 1.230    | KWD 1.230
          1230     | kwd | ja-JP | KWD 1.230    | KWD 1.230
          50000    | isk | en-US | ISK 500      | ISK 500
          50000    | isk | ja-JP | ISK 500      | ISK 500
          50050    | isk | en-US | ISK 500.5    | ISK 500.5
          500      | ugx | en-US | UGX 5        | UGX 5
          1500     | mga | en-US | MGA 1,500    | MGA 1,500
          500      | huf | en-US | HUF 5.00     | HUF 5.00
          """)
  void readsAsAPersonWritesIt(
      long minorUnits, String currency, Locale reader, String brief, String full) {
    var money = new Money(minorUnits, currency);

    assertThat(Amounts.brief(money, reader)).isEqualTo(brief);
    assertThat(Amounts.full(money, reader)).isEqualTo(full);
  }

  @Test
  void staysExactForTheLargestAmounts() {
    var money = new Money(999_999_999_999L, "idr");

    assertThat(Amounts.brief(money, Locale.US)).isEqualTo("IDR 9,999,999,999.99");
  }
}
