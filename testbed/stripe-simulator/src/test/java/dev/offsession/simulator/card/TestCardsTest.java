package dev.offsession.simulator.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestCardsTest {
  @Test
  void numbersAndReadyMadeIdsAreUnique() {
    assertThat(TestCards.all()).extracting(TestCard::number).doesNotHaveDuplicates();
    assertThat(TestCards.all()).flatExtracting(TestCard::paymentMethodIds).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dev.offsession.simulator.card.TestCards#all")
  void everyNumberHasAValidCheckDigit(TestCard card) {
    assertThat(CardNumber.isValid(card.number())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4242424242424241", "1", "", "4242-4242", "abcdabcdabcdabcd"})
  void otherNumbersAreInvalid(String number) {
    assertThat(CardNumber.isValid(number)).isFalse();
  }

  @Test
  void theOldThreeDSecureCardIsAnAliasOfTheOneThatAlwaysAsks() {
    TestCard old = TestCards.byNumber("4000000000003063").orElseThrow();
    TestCard current = TestCards.byNumber("4000002760003184").orElseThrow();

    assertThat(old.rules()).isEqualTo(current.rules());
  }
}
