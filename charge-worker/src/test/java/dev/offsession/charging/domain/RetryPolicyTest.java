package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.AMEX;
import static dev.offsession.charging.domain.Examples.NOON;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.aliceRefused;
import static dev.offsession.charging.domain.Examples.decline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {
  private static final Instant FAR = NOON.plus(Duration.ofDays(365));
  private final RetryPolicy policy = RetryPolicy.standard();

  @Nested
  class WhenItTriesAgain {
    @Test
    void waitsLongerEachTime() {
      assertThat(retryAt("insufficient_funds", 1)).contains(NOON.plus(Duration.ofDays(1)));
      assertThat(retryAt("insufficient_funds", 2)).contains(NOON.plus(Duration.ofDays(3)));
      assertThat(retryAt("insufficient_funds", 3)).contains(NOON.plus(Duration.ofDays(5)));
      assertThat(retryAt("insufficient_funds", 4)).isEmpty();
    }

    @Test
    void waitsMinutesForAShortTrouble() {
      assertThat(retryAt("processing_error", 1)).contains(NOON.plus(Duration.ofMinutes(15)));
      assertThat(retryAt("processing_error", 2)).contains(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void triesAnUnknownCodeOnce() {
      assertThat(retryAt("a_code_of_next_year", 1)).isPresent();
      assertThat(retryAt("a_code_of_next_year", 2)).isEmpty();
    }

    @Test
    void neverTriesAfterTheWindow() {
      Attempts old = new Attempts(2, 2, Optional.of(NOON.minus(Duration.ofDays(12))), List.of());

      assertThat(policy.after(Decline.of("insufficient_funds"), old, NOON, FAR))
          .isInstanceOf(NextStep.AskForCard.class);
    }

    @Test
    void neverTriesAfterTheDeadline() {
      Instant deadline = NOON.plus(Duration.ofHours(23));

      assertThat(policy.after(Decline.of("insufficient_funds"), attempts(1), NOON, deadline))
          .isInstanceOf(NextStep.AskForCard.class);
    }

    @Test
    void countsDaysAsTheSettingSays() {
      RetryPolicy fast = policy.withDay(Duration.ofSeconds(2));

      assertThat(fast.after(Decline.of("insufficient_funds"), attempts(1), NOON, FAR))
          .isEqualTo(
              new NextStep.TryAgain(CustomerMessage.INSUFFICIENT_FUNDS, NOON.plusSeconds(2)));
    }

    private Optional<Instant> retryAt(String code, int declines) {
      return after(Decline.of(code), declines) instanceof NextStep.TryAgain again
          ? Optional.of(again.at())
          : Optional.empty();
    }
  }

  @Nested
  class ForOneCardOverManyCharges {
    @Test
    void hasTenRefusalsInThirtyDays() {
      assertThat(policy.isSpent(aliceRefused(9, NOON), VISA.id(), NOON)).isFalse();
      assertThat(policy.isSpent(aliceRefused(10, NOON), VISA.id(), NOON)).isTrue();
    }

    @Test
    void forgetsARefusalAfterItsWindow() {
      Customer alice = aliceRefused(10, NOON);

      assertThat(policy.isSpent(alice, VISA.id(), NOON.plus(Duration.ofDays(30)).minusMillis(1)))
          .isTrue();
      assertThat(policy.isSpent(alice, VISA.id(), NOON.plus(Duration.ofDays(30)))).isFalse();
    }

    @Test
    void countsEachCardByItself() {
      assertThat(policy.isSpent(aliceRefused(10, NOON), AMEX.id(), NOON)).isFalse();
    }

    @Test
    void countsRefusalsByABank() {
      assertThat(policy.isAgainstTheCard(decline("insufficient_funds", "ch_1"))).isTrue();
      assertThat(policy.isAgainstTheCard(decline("stolen_card", "ch_1"))).isTrue();
    }

    @Test
    void doesNotCountABankThatWantsTheCustomerNorWhatNeverReachedOne() {
      Decline blocked =
          new Decline(
              "generic_decline",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(new StripeChargeId("ch_1")),
              true);

      assertThat(policy.isAgainstTheCard(decline("authentication_required", "ch_1"))).isFalse();
      assertThat(policy.isAgainstTheCard(Decline.of("insufficient_funds"))).isFalse();
      assertThat(policy.isAgainstTheCard(blocked)).isFalse();
    }
  }

  @Nested
  class Refuses {
    @ParameterizedTest
    @CsvSource({"0, 14, 10, 30", "4, 0, 10, 30", "4, 14, 0, 30", "4, 14, 101, 30", "4, 14, 10, 0"})
    void aBudgetOfNothing(int attempts, int window, int refusals, int cardWindow) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RetryBudget(attempts, window, refusals, cardWindow));
    }

    @Test
    void aDayOfNoTime() {
      assertThatIllegalArgumentException().isThrownBy(() -> policy.withDay(Duration.ZERO));
    }

    @Test
    void anEmptyPlanAndOneThatDoesNotWait() {
      List<Duration> days = List.of(Duration.ofDays(1));
      assertThatIllegalArgumentException().isThrownBy(() -> new RetryDelays(List.of(), days, days));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new RetryDelays(days, List.of(Duration.ofSeconds(59)), days));
    }
  }

  private NextStep after(Decline decline, int declines) {
    return policy.after(decline, attempts(declines), NOON, FAR);
  }

  private static Attempts attempts(int declines) {
    return new Attempts(declines, declines, Optional.of(NOON), List.of());
  }
}
