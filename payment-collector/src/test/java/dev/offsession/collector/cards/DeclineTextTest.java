package dev.offsession.collector.cards;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclineTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "fraudulent",
        "lost_card",
        "stolen_card",
        "merchant_blacklist",
        "pickup_card",
        "restricted_card",
        "security_violation",
        "a_code_of_next_year"
      })
  void neverSpeaksOfFraudLossOrTheft(String code) {
    assertThat(DeclineText.of(code, "card_declined")).isEqualTo(DeclineText.GENERIC);
  }

  @Test
  void theDeclineCodeGoesBeforeTheErrorCode() {
    assertThat(DeclineText.of("insufficient_funds", "card_declined"))
        .isEqualTo(DeclineText.INSUFFICIENT_FUNDS);
  }

  @Test
  void theErrorCodeCountsWhereThereIsNoDeclineCode() {
    assertThat(DeclineText.of(null, "expired_card")).isEqualTo(DeclineText.CARD_DETAILS);
  }

  @Test
  void withoutAnyCodeNothingWasRefused() {
    assertThat(DeclineText.of(null, null)).isEqualTo(DeclineText.NONE);
  }
}
