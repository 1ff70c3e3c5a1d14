package dev.offsession.charging.domain;

import static dev.offsession.charging.domain.Examples.PI;
import static dev.offsession.charging.domain.Examples.VISA;
import static dev.offsession.charging.domain.Examples.answer;
import static dev.offsession.charging.domain.Examples.canceled;
import static dev.offsession.charging.domain.Examples.event;
import static dev.offsession.charging.domain.Examples.paid;
import static dev.offsession.charging.domain.Examples.refused;
import static dev.offsession.charging.domain.Examples.unpaid;
import static dev.offsession.charging.domain.StateName.CONFIRMING;
import static dev.offsession.charging.domain.StateName.RECEIVED;
import static dev.offsession.charging.domain.StateName.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sights of intents that do not mean what they seem to. */
class MisleadingEvidenceTest {
  @Test
  void ignoresEverythingOnceItIsFinal() {
    Story story = Story.confirming().sees(answer(1, paid()));

    story.sees(event(refused("card_declined", "ch_0"))).sees(event(canceled())).due();

    assertThat(story.isNow(SUCCEEDED).told()).containsExactly("Accepted", "Succeeded");
  }

  @Test
  void freezesAndAlarmsWhenTheAmountDiffers() {
    Story story = Story.confirming().sees(answer(1, new Verdict.Alien("amount")));

    assertThat(story.isNow(CONFIRMING).alarms()).containsExactly(AlarmKind.ALIEN_INTENT);
  }

  @Test
  void neverTakesAnotherIntent() {
    Evidence other =
        new Evidence(
            new PaymentIntentId("pi_2"),
            Optional.of(Examples.CUS),
            Evidence.Source.EVENT,
            0,
            unpaid(),
            Optional.empty());

    Story story = Story.confirming().sees(other).isNow(CONFIRMING);

    assertThat(story.charge().intent().orElseThrow().id()).isEqualTo(PI);
    assertThat(story.latest().only(Effect.Discard.class))
        .containsExactly(new Effect.Discard(new PaymentIntentId("pi_2")));
  }

  @Test
  void ignoresAnIntentOfAChargeThatNeverAskedForOne() {
    Story story = Story.accepted().sees(event(paid())).isNow(RECEIVED);

    assertThat(story.alarms()).containsExactly(AlarmKind.PAID_AFTER_END);
  }

  @ParameterizedTest
  @MethodSource("inUse")
  void callsAPersonWhenASecondIntentIsInUse(Verdict verdict) {
    Story story = Story.refusedWith("authentication_required");
    Charge before = story.charge();

    story.sees(second(verdict));

    assertThat(story.alarms()).containsExactly(AlarmKind.SECOND_INTENT);
    assertThat(story.charge()).isEqualTo(before);
  }

  static List<Verdict> inUse() {
    return List.of(
        refused("insufficient_funds", "ch_9"),
        new Verdict.CustomerActing(),
        new Verdict.Processing());
  }

  @Test
  void discardsASecondIntentOfOursOnlyForTheSameCustomer() {
    Story story = Story.refusedWith("authentication_required").sees(second(unpaid()));
    assertThat(story.latest().only(Effect.Discard.class)).hasSize(1);

    story.sees(
        new Evidence(
            new PaymentIntentId("pi_2"),
            Optional.of(new StripeCustomerId("cus_bob")),
            Evidence.Source.EVENT,
            0,
            unpaid(),
            Optional.empty()));
    assertThat(story.latest().only(Effect.Discard.class)).isEmpty();
  }

  @Test
  void letsACanceledSecondIntentBe() {
    Story story = Story.refusedWith("authentication_required").sees(second(Examples.canceled()));

    assertThat(story.latest().effects()).isEmpty();
  }

  @Test
  void aFinalChargeHearsNothingOfAnAlienIntent() {
    Story story = Story.confirming().sees(answer(1, paid()));

    story.sees(event(new Verdict.Alien("amount")));

    assertThat(story.latest().effects()).isEmpty();
  }

  @Test
  void aPaymentKeepsTheCardThatIsKnownInFullWhenTheSightNamesNone() {
    Story story = Story.confirming();

    story.sees(
        new Evidence(
            PI, Optional.of(Examples.CUS), Evidence.Source.EVENT, 1, paid(), Optional.empty()));

    assertThat(story.isNow(SUCCEEDED).charge().card()).contains(VISA);
  }

  private static Evidence second(Verdict verdict) {
    return new Evidence(
        new PaymentIntentId("pi_2"),
        Optional.of(Examples.CUS),
        Evidence.Source.EVENT,
        0,
        verdict,
        Optional.empty());
  }

  @Test
  void doesNotTakeOneAttemptsAnswerForAnothers() {
    Story story = Story.refusedWith("insufficient_funds");
    story.wakesAndSees(refused("insufficient_funds", "ch_1"), VISA).isNow(CONFIRMING);

    story.sees(answer(1, refused("insufficient_funds", "ch_1"))).isNow(CONFIRMING);

    assertThat(story.charge().attempts().declines()).isEqualTo(1);
  }
}
