package dev.offsession.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TestCardTest {
  @Test
  void namesStandForDocumentedTestCards() {
    assertThat(TestCard.numberOf("ok")).isEqualTo("4242424242424242");
    assertThat(TestCard.numberOf("needs-auth")).isEqualTo("4000002760003184");
    assertThat(TestCard.numberOf("auth-then-declined")).isEqualTo("4000008400001629");
  }

  @Test
  void aNumberStandsForItself() {
    assertThat(TestCard.numberOf("4000 0000 0000 3063")).isEqualTo("4000000000003063");
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestCard.numberOf("lucky"))
        .withMessageContaining("needs-auth")
        .withMessageContaining("insufficient");
  }
}
