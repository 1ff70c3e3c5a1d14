package dev.offsession.notifier.prompting.domain;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.DeliveryResult.Accepted;
import dev.offsession.notifier.prompting.domain.DeliveryResult.Bounced;
import dev.offsession.notifier.prompting.domain.DeliveryResult.Deferred;
import dev.offsession.notifier.prompting.domain.DeliveryResult.NotNeeded;
import dev.offsession.notifier.prompting.domain.DeliveryResult.NotReady;
import dev.offsession.notifier.prompting.domain.DeliveryResult.Refused;
import dev.offsession.notifier.prompting.domain.DeliveryResult.Unanswered;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {
  private final DeliveryPolicy policy =
      new DeliveryPolicy(
          5,
          2,
          2,
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofDays(3));

  @Test
  void anAcceptedMessageIsSent() {
    var sent = policy.after(aPrompt().handedOver(), new Accepted(), NOON);

    assertThat(sent.status()).isEqualTo(new Finished(new Outcome.Sent(), NOON));
  }

  @Test
  void aNeedThatWentAwayIsSuppressedWithItsReason() {
    var prompt = policy.after(aPrompt(), new NotNeeded("charge_succeeded"), NOON);

    assertThat(prompt.status())
        .isEqualTo(new Finished(new Outcome.Suppressed("charge_succeeded"), NOON));
  }

  @Test
  void aRefusalIsFinal() {
    var prompt = policy.after(aPrompt().handedOver(), new Refused("smtp_550"), NOON);

    assertThat(prompt.status()).isEqualTo(new Finished(new Outcome.Failed("smtp_550"), NOON));
  }

  @Test
  void aBounceIsFinalAndRemembered() {
    var prompt = policy.after(aPrompt().handedOver(), new Bounced("smtp_550"), NOON);

    assertThat(prompt.status()).isEqualTo(new Finished(new Outcome.Failed("smtp_550"), NOON));
    assertThat(prompt.progress().mailRefused()).isTrue();
  }

  @Test
  void aPushServiceMaySayLaterFewerTimesThanAMailServer() {
    var push = aPrompt().by(Channel.PUSH);
    var once = policy.after(push.handedOver(), new Deferred("push_503"), NOON);
    var twice = policy.after(once.handedOver(), new Deferred("push_503"), NOON);

    assertThat(once.status()).isEqualTo(new Waiting(NOON.plusSeconds(10)));
    assertThat(twice.status()).isEqualTo(new Finished(new Outcome.Failed("push_503"), NOON));
  }

  @Test
  void laterMeansLongerAndLongerPausesUntilItIsGivenUp() {
    var pauses = new ArrayList<Long>();
    var prompt = aPrompt();
    while (prompt.status() instanceof Waiting) {
      prompt = policy.after(prompt.handedOver(), new Deferred("smtp_unreachable"), NOON);
      if (prompt.status() instanceof Waiting(var dueAt)) {
        pauses.add(Duration.between(NOON, dueAt).toSeconds());
      }
    }

    assertThat(pauses).containsExactly(10L, 20L, 40L, 60L);
    assertThat(prompt.status())
        .isEqualTo(new Finished(new Outcome.Failed("smtp_unreachable"), NOON));
  }

  @Test
  void laterLeavesNoDoubtWhetherTheMessageWentOut() {
    var prompt = policy.after(aPrompt().handedOver(), new Deferred("smtp_421"), NOON);

    assertThat(prompt.unanswered()).isZero();
  }

  @Test
  void silenceAllowsOneMoreHandOverAndNoThird() {
    var once = policy.after(aPrompt().handedOver(), new Unanswered("smtp_no_answer"), NOON);
    assertThat(once.status()).isInstanceOf(Waiting.class);
    assertThat(policy.allowsHandOver(once)).isTrue();

    var twice = policy.after(once.handedOver(), new Unanswered("smtp_no_answer"), NOON);
    assertThat(twice.status()).isEqualTo(new Finished(new Outcome.Failed("outcome_unknown"), NOON));
  }

  @Test
  void twoCrashesAfterTheHandOverEndIt() {
    assertThat(policy.allowsHandOver(aPrompt().handedOver())).isTrue();
    assertThat(policy.allowsHandOver(aPrompt().handedOver().handedOver())).isFalse();
  }

  @Test
  void whatIsNotReadyIsTriedAgainWithoutCountingAnAttempt() {
    var prompt = policy.after(aPrompt(), new NotReady("collector_unreachable"), NOON);

    assertThat(prompt.status()).isEqualTo(new Waiting(NOON.plusSeconds(30)));
    assertThat(prompt.attempts()).isZero();
  }

  @Test
  void aReminderHasPatienceFromItsOwnMomentOn() {
    var reminder = aPrompt().next(2, Tone.REMINDER, NOON.plus(Duration.ofDays(3)));

    var prompt = policy.after(reminder, new NotReady("worker_500"), NOON.plus(Duration.ofDays(4)));

    assertThat(prompt.status()).isInstanceOf(Waiting.class);
  }

  @Test
  void whatIsNotReadyForDaysIsGivenUp() {
    var late = NOON.plus(Duration.ofDays(3));

    var prompt = policy.after(aPrompt(), new NotReady("collector_unreachable"), late);

    assertThat(prompt.status())
        .isEqualTo(new Finished(new Outcome.Failed("collector_unreachable"), late));
  }
}
