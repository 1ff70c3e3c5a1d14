package dev.offsession.collector.customers.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerReferenceTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "cust_17", "A-1.b:c", "user@example.com"})
  void takesWhatMerchantsUse(String text) {
    assertThat(CustomerReference.isValid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a/b", "..", "a\nb", "a#1", "é", "a%2e"})
  void refusesWhatCouldLeaveItsPlace(String text) {
    assertThat(CustomerReference.isValid(text)).isFalse();
  }
}
