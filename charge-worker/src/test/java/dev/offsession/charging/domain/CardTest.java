package dev.offsession.charging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardTest {
  private static final Card KNOWN =
      new Card(new PaymentMethodId("pm_1"), Optional.of("visa"), Optional.of("4242"));

  @Test
  void keepsBrandAndLast4WhenASightCarriesTheIdAlone() {
    assertThat(Card.of(KNOWN.id()).orAsKnown(Optional.of(KNOWN))).isEqualTo(KNOWN);
  }

  @Test
  void takesNothingFromAnotherCard() {
    Card other = Card.of(new PaymentMethodId("pm_2"));

    assertThat(other.orAsKnown(Optional.of(KNOWN))).isEqualTo(other);
  }
}
