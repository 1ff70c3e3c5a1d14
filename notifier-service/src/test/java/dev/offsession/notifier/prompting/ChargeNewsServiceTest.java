package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.bankWantsCustomer;
import static dev.offsession.notifier.prompting.domain.Examples.canceled;
import static dev.offsession.notifier.prompting.domain.Examples.newCardNeeded;
import static dev.offsession.notifier.prompting.domain.Examples.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptPolicy;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChargeNewsServiceTest {
  private final InMemoryConversations conversations = new InMemoryConversations();
  private final InMemoryPrompts prompts = new InMemoryPrompts();
  private final ChargeNewsService service =
      new ChargeNewsService(
          new PromptPolicy(Set.of(PromptKind.RECEIPT)),
          conversations,
          prompts,
          () -> {},
          Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void theSameNewsFiveTimesMakesOnePrompt() {
    for (int i = 0; i < 5; i++) {
      service.hear(bankWantsCustomer(2));
    }

    assertThat(prompts.only().kind()).isEqualTo(PromptKind.AUTHENTICATE);
  }

  @Test
  void payingSilencesWhatStillWaits() {
    service.hear(bankWantsCustomer(2));
    service.hear(canceled(3));

    assertThat(prompts.only().status())
        .isEqualTo(new PromptStatus.Finished(new Outcome.Suppressed("charge_canceled"), NOON));
  }

  @Test
  void aNewNeedSupersedesTheOldPrompt() {
    service.hear(bankWantsCustomer(2));
    service.hear(newCardNeeded(3));

    assertThat(prompts.all())
        .extracting(prompt -> prompt.id().value(), prompt -> waits(prompt.status()))
        .containsExactly(tuple("ord_17#2:0:email", false), tuple("ord_17#3:0:email", true));
  }

  @Test
  void anOlderEventDoesNotUndoANewerOne() {
    service.hear(canceled(3));
    service.hear(bankWantsCustomer(2));

    assertThat(prompts.all()).isEmpty();
  }

  @Test
  void payingBringsAReceiptInPlaceOfThePrompt() {
    service.hear(bankWantsCustomer(2));
    service.hear(paid(3));
    service.hear(paid(3));

    assertThat(prompts.all())
        .extracting(Prompt::kind, prompt -> waits(prompt.status()))
        .containsExactly(tuple(PromptKind.AUTHENTICATE, false), tuple(PromptKind.RECEIPT, true));
  }

  @Test
  void aCrashBeforeTheConversationIsStoredIsHealedByRedelivery() {
    conversations.crashAtNextWrite();
    assertThatIllegalStateException().isThrownBy(() -> service.hear(bankWantsCustomer(2)));

    service.hear(bankWantsCustomer(2));
    service.hear(bankWantsCustomer(2));

    assertThat(waits(prompts.only().status())).isTrue();
  }

  @Test
  void aLostRaceIsDecidedAfresh() {
    conversations.loseNextRaces(3);

    service.hear(bankWantsCustomer(2));

    assertThat(waits(prompts.only().status())).isTrue();
  }

  @Test
  void racesThatNeverEndAreReportedSoThatTheEventComesAgain() {
    conversations.loseNextRaces(1000);

    assertThatIllegalStateException().isThrownBy(() -> service.hear(bankWantsCustomer(2)));
  }

  private static boolean waits(PromptStatus status) {
    return status instanceof PromptStatus.Waiting;
  }
}
