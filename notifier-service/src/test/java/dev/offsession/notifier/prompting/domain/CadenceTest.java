package dev.offsession.notifier.prompting.domain;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {
  private static final Cadence CADENCE =
      new Cadence(List.of(hours(24), hours(72)), hours(24), hours(12));

  @Nested
  class ThePlan {
    @Test
    void withoutADeadlineIsADayAndThreeDays() {
      assertThat(offsets(null)).containsExactly(24L, 72L);
    }

    @ParameterizedTest(name = "deadline after {0} h: reminders after {1} h")
    @CsvSource({
      "168, 24 72 144",
      "110, 24 72 86",
      // the reminder after three days would come within half a day of the last one
      "100, 24 76",
      "96,  24 72",
      "60,  24 36",
      // no day is left for the last one: half-way
      "36,  12",
      "48,  24",
      "30,  15",
      "24,  12",
      // too near to say anything twice
      "23,  ''",
      "1,   ''",
    })
    void endsADayBeforeTheDeadline(long deadline, String expected) {
      assertThat(offsets(NOON.plus(hours(deadline))))
          .containsExactlyElementsOf(
              expected.isBlank()
                  ? List.of()
                  : List.of(expected.split(" ")).stream().map(Long::valueOf).toList());
    }

    @Test
    void callsTheLastOneSoOnlyWhenThereIsADeadline() {
      assertThat(CADENCE.plan(NOON, null))
          .extracting(Cadence.Reminder::tone)
          .containsOnly(Tone.REMINDER);
      assertThat(CADENCE.plan(NOON, NOON.plus(hours(168))))
          .extracting(Cadence.Reminder::tone)
          .containsExactly(Tone.REMINDER, Tone.REMINDER, Tone.LAST_REMINDER);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 24, 25, 30, 36, 40, 48, 60, 72, 84, 96, 97, 110, 168, 1000})
    void keepsPromptsApartAndBeforeTheDeadline(long deadline) {
      var previous = NOON;
      for (var reminder : CADENCE.plan(NOON, NOON.plus(hours(deadline)))) {
        assertThat(Duration.between(previous, reminder.at())).isGreaterThanOrEqualTo(hours(12));
        assertThat(reminder.at()).isBefore(NOON.plus(hours(deadline)));
        previous = reminder.at();
      }
    }
  }

  @Nested
  class AfterAPrompt {
    @Test
    void comesTheNextReminder() {
      assertThat(after(aPrompt(168), new Outcome.Sent(), NOON.plusSeconds(3)))
          .hasValueSatisfying(next -> {
            assertThat(next.id().value()).isEqualTo("ord_17#2:1:email");
            assertThat(next.tone()).isEqualTo(Tone.REMINDER);
            assertThat(next.status()).isEqualTo(new Waiting(NOON.plus(hours(24))));
          });
    }

    @Test
    void nothingComesAfterTheLast() {
      var last = aPrompt(168).next(3, Tone.LAST_REMINDER, NOON.plus(hours(144)));

      assertThat(after(last, new Outcome.Sent(), NOON.plus(hours(144)))).isEmpty();
    }

    @Test
    void aLatePromptTakesThePlaceOfTheReminderItMet() {
      var late = NOON.plus(hours(20));

      assertThat(after(aPrompt(168), new Outcome.Sent(), late).orElseThrow().id().step())
          .isEqualTo(2);
    }

    @Test
    void theLastReminderIsPutOffRatherThanLeftOut() {
      var late = NOON.plus(hours(140));

      assertThat(after(aPrompt(168), new Outcome.Sent(), late))
          .hasValueSatisfying(next -> {
            assertThat(next.tone()).isEqualTo(Tone.LAST_REMINDER);
            assertThat(next.status()).isEqualTo(new Waiting(NOON.plus(hours(152))));
          });
    }

    @Test
    void nothingIsPlannedBeyondTheDeadline() {
      assertThat(after(aPrompt(168), new Outcome.Sent(), NOON.plus(hours(160)))).isEmpty();
    }

    @Test
    void aFailedPushIsFollowedByAMailAtOnce() {
      var push = aPrompt(168).by(Channel.PUSH).handedOver();

      assertThat(after(push, new Outcome.Failed("push_gone"), NOON))
          .hasValueSatisfying(mail -> {
            assertThat(mail.id().value()).isEqualTo("ord_17#2:0:email");
            assertThat(mail.status()).isEqualTo(new Waiting(NOON));
            assertThat(mail.unanswered()).isZero();
            assertThat(mail.progress().pushFailed()).isTrue();
          });
    }

    @Test
    void aFailedPushToACustomerWithoutMailIsFollowedByTheNextReminder() {
      var push = aPrompt(168).mailRefused().by(Channel.PUSH);

      assertThat(after(push, new Outcome.Failed("push_gone"), NOON).orElseThrow().id().step())
          .isEqualTo(1);
    }

    @Test
    void aBounceIsRememberedByTheNextReminder() {
      var bounced = aPrompt(168).mailRefused();

      assertThat(after(bounced, new Outcome.Failed("smtp_550"), NOON))
          .hasValueSatisfying(next -> assertThat(next.progress().mailRefused()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reminders_muted", "no_channel"})
    void whatConcernsOneStepOnlyLetsTheNextOneBe(String reason) {
      assertThat(after(aPrompt(168), new Outcome.Suppressed(reason), NOON)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"charge_succeeded", "customer_unknown", "superseded", "deadline_passed"})
    void aNeedThatIsOverEndsIt(String reason) {
      assertThat(after(aPrompt(168), new Outcome.Suppressed(reason), NOON)).isEmpty();
    }

    @Test
    void anUnknownChargeEndsIt() {
      assertThat(after(aPrompt(168), new Outcome.Failed("charge_unknown"), NOON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FRESH_LINK", "RECEIPT", "PAYMENT_FAILED"})
    void aNoticeIsNeverRepeated(PromptKind kind) {
      var id = new PromptId(ORDER, Occasion.of(2), 0, Channel.EMAIL);

      assertThat(after(Prompt.due(id, kind, aCharge(), NOON), new Outcome.Sent(), NOON)).isEmpty();
    }
  }

  private static Optional<Prompt> after(Prompt prompt, Outcome outcome, Instant at) {
    return CADENCE.after(prompt, new Finished(outcome, at));
  }

  private static Prompt aPrompt(long deadlineHours) {
    var charge = aCharge();
    return Examples.aPrompt(
        PromptKind.AUTHENTICATE,
        new ChargeFacts(
            charge.customerReference(),
            charge.paymentIntentId(),
            charge.amount(),
            charge.description(),
            charge.card(),
            null,
            NOON,
            NOON.plus(hours(deadlineHours))));
  }

  private static List<Long> offsets(@Nullable Instant deadline) {
    return CADENCE.plan(NOON, deadline).stream()
        .map(reminder -> Duration.between(NOON, reminder.at()).toHours())
        .toList();
  }

  private static Duration hours(long hours) {
    return Duration.ofHours(hours);
  }
}
