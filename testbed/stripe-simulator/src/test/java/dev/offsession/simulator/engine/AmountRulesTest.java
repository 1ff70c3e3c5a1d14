package dev.offsession.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountRulesTest {
  @ParameterizedTest
  @CsvSource({
    "50, usd",
    "30, gbp",
    "50, jpy",
    "17500, huf",
    "99999999, eur",
    "999999999999, idr",
    "1, krw",
    "100, isk",
    "500, ugx",
    "10, kwd",
    "1000, bhd"
  })
  void accepts(long amount, String currency) {
    assertThatCode(() -> AmountRules.check(amount, currency)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "49, usd, amount_too_small",
    "29, gbp, amount_too_small",
    "17499, huf, amount_too_small",
    "100000000, eur, amount_too_large",
    "1000000000000, idr, amount_too_large",
    "0, krw, parameter_invalid_integer",
    "-1, usd, parameter_invalid_integer",
    "150, isk, parameter_invalid_integer",
    "550, ugx, parameter_invalid_integer",
    "1005, kwd, parameter_invalid_integer"
  })
  void refuses(long amount, String currency, String code) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> AmountRules.check(amount, currency));

    assertThat(refusal.error().code()).isEqualTo(code);
    assertThat(refusal.error().param()).isEqualTo("amount");
    assertThat(refusal.executed()).isFalse();
  }
}
