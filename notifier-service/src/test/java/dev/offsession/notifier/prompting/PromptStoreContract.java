package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.withoutSavedCard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.Occasion;
import dev.offsession.notifier.prompting.domain.Progress;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.PromptStore.Claim;
import dev.offsession.notifier.prompting.domain.Tone;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every prompt store must do; the lease is {@link #LEASE}. */
public abstract class PromptStoreContract {
  protected static final Duration LEASE = Duration.ofMinutes(2);

  /** An empty store. */
  protected abstract PromptStore store();

  @Test
  void givesBackWhatWasPutIn() {
    var store = store();
    var prompt = Prompt.due(id(2), PromptKind.AUTHENTICATE, aCharge(), NOON);

    store.add(prompt);

    assertThat(onlyDue(store).prompt())
        .usingRecursiveComparison()
        .ignoringFields("status")
        .isEqualTo(prompt);
  }

  @Test
  void givesBackAPromptWithoutCardPaymentAndDeadline() {
    var store = store();
    store.add(Prompt.due(id(2), PromptKind.NEW_PAYMENT_METHOD, withoutSavedCard(), NOON));

    assertThat(onlyDue(store).prompt().facts()).isEqualTo(withoutSavedCard());
  }

  @Test
  void addingAgainChangesNothing() {
    var store = store();
    store.add(prompt(2));
    finish(store, new Outcome.Sent());

    store.add(prompt(2));

    assertThat(dueAfterTheLease(store).prompt().status())
        .isEqualTo(new Finished(new Outcome.Sent(), NOON));
  }

  @Test
  void lendsAPromptToOneAtATime() {
    var store = store();
    store.add(prompt(2));

    assertThat(store.claimDue(NOON, 10)).hasSize(1);
    assertThat(store.claimDue(NOON, 10)).isEmpty();
  }

  @Test
  void lendsAPromptAgainWhenTheLeaseIsOver() {
    var store = store();
    store.add(prompt(2));
    var first = onlyDue(store);

    var second = store.claimDue(NOON.plus(LEASE), 10).getFirst();

    assertThat(second.fence()).isGreaterThan(first.fence());
  }

  @Test
  void refusesAWriterWhoseLeaseWasTaken() {
    var store = store();
    store.add(prompt(2));
    var late = onlyDue(store);
    store.claimDue(NOON.plus(LEASE), 10);

    assertThat(store.noteHandOver(late, late.prompt().handedOver())).isFalse();
    assertThat(store.save(late, finished(late.prompt(), new Outcome.Sent()))).isFalse();
    assertThat(store.close(late)).isFalse();
  }

  @Test
  void lendsNothingBeforeItIsDue() {
    var store = store();
    store.add(prompt(2));
    var claim = onlyDue(store);

    store.save(claim, claim.prompt().with(new Waiting(NOON.plusSeconds(60))));

    assertThat(store.claimDue(NOON.plusSeconds(59), 10)).isEmpty();
    assertThat(store.claimDue(NOON.plusSeconds(60), 10)).hasSize(1);
  }

  @Test
  void lendsNoMoreThanAskedFor() {
    var store = store();
    IntStream.range(1, 6).forEach(episode -> store.add(prompt(episode)));

    assertThat(store.claimDue(NOON, 3)).hasSize(3);
    assertThat(store.claimDue(NOON, 3)).hasSize(2);
  }

  @Test
  void remembersAHandOverAcrossAClaim() {
    var store = store();
    store.add(prompt(2));
    var claim = onlyDue(store);

    assertThat(store.noteHandOver(claim, claim.prompt().handedOver())).isTrue();

    assertThat(store.claimDue(NOON.plus(LEASE), 1).getFirst().prompt().unanswered()).isEqualTo(1);
  }

  @Test
  void leavesAFinishedPromptWithItsHolderAndLendsItAgainUntilItsOutcomeIsPublished() {
    var store = store();
    store.add(prompt(2));
    finish(store, new Outcome.Failed("smtp_550"));
    assertThat(store.claimDue(NOON, 10)).isEmpty();

    var toPublish = dueAfterTheLease(store);
    assertThat(toPublish.prompt().status())
        .isEqualTo(new Finished(new Outcome.Failed("smtp_550"), NOON));
    assertThat(store.close(toPublish)).isTrue();

    assertThat(store.claimDue(NOON.plus(Duration.ofDays(365)), 10)).isEmpty();
  }

  @Test
  void theHolderOfAFinishedPromptPutsTheNextOneInItsPlace() {
    var store = store();
    store.add(prompt(2));
    var claim = onlyDue(store);
    var sent = finished(claim.prompt().mailRefused().by(Channel.PUSH), new Outcome.Sent());
    store.save(claim, sent);
    var tomorrow = NOON.plus(Duration.ofDays(1));

    assertThat(store.save(claim, sent.next(1, Tone.REMINDER, tomorrow))).isTrue();

    assertThat(store.claimDue(tomorrow.minusSeconds(1), 10)).isEmpty();
    var reminder = store.claimDue(tomorrow, 10).getFirst().prompt();
    assertThat(reminder.id().value()).isEqualTo("ord_17#2:1:email");
    assertThat(reminder.progress())
        .isEqualTo(new Progress(Tone.REMINDER, tomorrow, 0, 0, false, true));
  }

  @Test
  void remembersTheChannelOfAHandOver() {
    var store = store();
    store.add(prompt(2));
    var claim = onlyDue(store);

    store.noteHandOver(claim, claim.prompt().by(Channel.PUSH).handedOver());

    assertThat(dueAfterTheLease(store).prompt().id().value()).isEqualTo("ord_17#2:0:push");
  }

  @Test
  void tellsWhatTheChargesPromptsAreAbout() {
    var store = store();
    store.add(prompt(2));

    assertThat(store.factsOf(ORDER, Occasion.of(2))).contains(aCharge());
    assertThat(store.factsOf(ORDER, Occasion.of(3))).isEmpty();
  }

  @Test
  void keepsAFreshLinkApartFromThePromptsOfItsEpisode() {
    var store = store();
    store.add(prompt(2));
    var freshLink = new PromptId(ORDER, new Occasion(2, 1), 0, Channel.EMAIL);
    store.add(Prompt.due(freshLink, PromptKind.FRESH_LINK, aCharge(), NOON));

    assertThat(store.claimDue(NOON, 10))
        .extracting(claim -> claim.prompt().id().value())
        .containsExactlyInAnyOrder("ord_17#2:0:email", "ord_17#2.1:0:email");
  }

  @Test
  void suppressesOnlyEarlierEpisodesOfTheSameChargeThatStillWait() {
    var store = store();
    store.add(prompt(2));
    store.add(prompt(5));

    store.suppressWaiting(ORDER, 5, "superseded", NOON);

    assertThat(store.claimDue(NOON, 10))
        .extracting(
            claim -> claim.prompt().id().occasion().episode(),
            claim -> name(claim.prompt().status()))
        .containsExactlyInAnyOrder(tuple(2L, "suppressed: superseded"), tuple(5L, "waiting"));
  }

  @Test
  void suppressingTakesAPromptFromItsHolder() {
    var store = store();
    store.add(prompt(2));
    var claim = onlyDue(store);

    store.suppressWaiting(ORDER, 5, "charge_succeeded", NOON);

    assertThat(store.noteHandOver(claim, claim.prompt().handedOver())).isFalse();
  }

  @Test
  void doesNotSuppressWhatIsBeingHandedOver() {
    var store = store();
    store.add(prompt(2));
    var claim = onlyDue(store);
    var noted = claim.prompt().handedOver();
    store.noteHandOver(claim, noted);

    store.suppressWaiting(ORDER, 5, "charge_succeeded", NOON);

    assertThat(store.save(claim, finished(noted, new Outcome.Sent()))).isTrue();
  }

  @Test
  void manyClaimersShareTheWorkWithoutOverlap() throws Exception {
    var store = store();
    IntStream.range(1, 101).forEach(episode -> store.add(prompt(episode)));
    var claimed = new ConcurrentLinkedQueue<PromptId>();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int claimer = 0; claimer < 8; claimer++) {
        threads.execute(() -> {
          for (var claims = store.claimDue(NOON, 7);
              !claims.isEmpty();
              claims = store.claimDue(NOON, 7)) {
            claims.forEach(claim -> claimed.add(claim.prompt().id()));
          }
        });
      }
    }

    assertThat(claimed).hasSize(100).doesNotHaveDuplicates();
  }

  private static void finish(PromptStore store, Outcome outcome) {
    var claim = onlyDue(store);
    store.save(claim, finished(claim.prompt(), outcome));
  }

  private static Claim dueAfterTheLease(PromptStore store) {
    return store.claimDue(NOON.plus(LEASE), 10).getFirst();
  }

  private static Prompt finished(Prompt prompt, Outcome outcome) {
    return prompt.with(new Finished(outcome, NOON));
  }

  private static Claim onlyDue(PromptStore store) {
    var due = store.claimDue(NOON, 10);
    assertThat(due).hasSize(1);
    return due.getFirst();
  }

  private static String name(PromptStatus status) {
    return switch (status) {
      case Waiting _ -> "waiting";
      case Finished(Outcome.Suppressed(var reason), _) -> "suppressed: " + reason;
      case Finished _ -> "finished";
    };
  }

  private static PromptId id(long episode) {
    return new PromptId(ORDER, Occasion.of(episode), 0, Channel.EMAIL);
  }

  private static Prompt prompt(long episode) {
    return Prompt.due(id(episode), PromptKind.AUTHENTICATE, aCharge(), NOON);
  }
}
