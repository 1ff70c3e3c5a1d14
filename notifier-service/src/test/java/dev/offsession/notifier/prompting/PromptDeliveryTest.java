package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.aLink;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.customer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.Contact;
import dev.offsession.notifier.prompting.domain.CustomerLink;
import dev.offsession.notifier.prompting.domain.CustomerLinks;
import dev.offsession.notifier.prompting.domain.DeliveryPolicy;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptJournal;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptSender;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PromptDeliveryTest {
  private static final DeliveryResult ACCEPTED = new DeliveryResult.Accepted();

  private final SettableClock clock = new SettableClock();
  private final InMemoryPrompts prompts = new InMemoryPrompts();
  private final List<PromptId> handedOver = new ArrayList<>();
  private final List<Outcome> published = new ArrayList<>();
  private CustomerLinks.Answer link = new CustomerLinks.Answer.Issued(aLink(), customer(Locale.US));
  private ChargeLookup.Answer charge = new ChargeLookup.Answer.Needs(PromptKind.AUTHENTICATE);
  private Runnable atHandOver = () -> {};
  private DeliveryResult answer = ACCEPTED;
  private boolean journalDown;

  private final PromptDelivery delivery =
      new PromptDelivery(
          prompts,
          _ -> link,
          _ -> charge,
          new Letterbox(),
          new Journal(),
          new DeliveryPolicy(
              3,
              2,
              Duration.ofSeconds(5),
              Duration.ofMinutes(1),
              Duration.ofSeconds(10),
              Duration.ofDays(3)),
          clock);

  @BeforeEach
  void aPromptIsDue() {
    prompts.add(aPrompt());
  }

  @Test
  void isHandedOverOnceAndItsOutcomePublished() {
    runUntilQuiet();

    assertThat(handedOver).hasSize(1);
    assertThat(published).containsExactly(new Outcome.Sent());
    assertThat(prompts.nothingIsDueEver()).isTrue();
  }

  @Test
  void aChargePaidMeanwhileIsNotMentioned() {
    charge = new ChargeLookup.Answer.NeedsNobody("SUCCEEDED");

    runUntilQuiet();

    assertThat(handedOver).isEmpty();
    assertThat(published).containsExactly(new Outcome.Suppressed("charge_succeeded"));
  }

  @Test
  void aChargeThatNeedsSomethingElseNowIsNotMentioned() {
    charge = new ChargeLookup.Answer.Needs(PromptKind.NEW_PAYMENT_METHOD);

    runUntilQuiet();

    assertThat(handedOver).isEmpty();
    assertThat(published).containsExactly(new Outcome.Suppressed("superseded"));
  }

  @Test
  void anErasedCustomerIsLeftAlone() {
    link = new CustomerLinks.Answer.CustomerUnknown();

    runUntilQuiet();

    assertThat(handedOver).isEmpty();
    assertThat(published).containsExactly(new Outcome.Failed("customer_unknown"));
  }

  @Nested
  class WhenSomethingIsDown {
    @Test
    void withoutTheCollectorItWaits() {
      link = new CustomerLinks.Answer.Unavailable("collector_unreachable");
      runFor(Duration.ofHours(1));
      assertThat(handedOver).isEmpty();

      link = new CustomerLinks.Answer.Issued(aLink(), customer(Locale.US));
      runUntilQuiet();

      assertThat(handedOver).hasSize(1);
      assertThat(published).containsExactly(new Outcome.Sent());
    }

    @Test
    void withoutTheWorkerItWaitsRatherThanSendUnasked() {
      charge = new ChargeLookup.Answer.Unavailable("worker_unreachable");
      runFor(Duration.ofHours(1));
      assertThat(handedOver).isEmpty();

      charge = new ChargeLookup.Answer.NeedsNobody("CANCELED");
      runUntilQuiet();

      assertThat(handedOver).isEmpty();
      assertThat(published).containsExactly(new Outcome.Suppressed("charge_canceled"));
    }

    @Test
    void withoutTheMailServerItComesLater() {
      answer = new DeliveryResult.Deferred("smtp_unreachable");
      atHandOver = () -> answer = handedOver.size() < 3 ? answer : ACCEPTED;

      runUntilQuiet();

      assertThat(handedOver).hasSize(3);
      assertThat(published).containsExactly(new Outcome.Sent());
    }

    @Test
    void withoutTheMailServerForGoodItFails() {
      answer = new DeliveryResult.Deferred("smtp_unreachable");

      runUntilQuiet();

      assertThat(handedOver).hasSize(3);
      assertThat(published).containsExactly(new Outcome.Failed("smtp_unreachable"));
    }

    @Test
    void withoutTheBrokerTheOutcomeIsPublishedLater() {
      journalDown = true;
      runFor(Duration.ofMinutes(10));
      assertThat(prompts.nothingIsDueEver()).isFalse();

      journalDown = false;
      runUntilQuiet();

      assertThat(handedOver).hasSize(1);
      assertThat(published).containsExactly(new Outcome.Sent());
    }
  }

  @Nested
  class WhenTheProcessDiesAfterTheMailServerTookIt {
    @Test
    void theMessageGoesOutAtMostOnceMore() {
      atHandOver =
          () -> {
            throw new IllegalStateException("died before the answer was stored");
          };

      runUntilQuiet();

      assertThat(handedOver).hasSize(2).containsOnly(aPrompt().id());
      assertThat(published).containsExactly(new Outcome.Failed("outcome_unknown"));
    }

    @Test
    void aSecondTryThatIsAnsweredEndsWell() {
      atHandOver =
          () -> {
            if (handedOver.size() == 1) {
              throw new IllegalStateException("died before the answer was stored");
            }
          };

      runUntilQuiet();

      assertThat(handedOver).hasSize(2);
      assertThat(published).containsExactly(new Outcome.Sent());
    }
  }

  @Test
  void aWorkerWhoseLeaseEndedWritesNothing() {
    var late = prompts.claimDue(NOON, 1).getFirst();
    clock.now = NOON.plus(InMemoryPrompts.LEASE);
    charge = new ChargeLookup.Answer.NeedsNobody("SUCCEEDED");
    runUntilQuiet();

    charge = new ChargeLookup.Answer.Needs(PromptKind.AUTHENTICATE);
    delivery.advance(late);

    assertThat(handedOver).isEmpty();
    assertThat(prompts.only().status())
        .isInstanceOfSatisfying(
            PromptStatus.Finished.class,
            ended -> assertThat(ended.outcome()).isInstanceOf(Outcome.Suppressed.class));
  }

  private void runUntilQuiet() {
    runFor(Duration.ofDays(1));
    assertThat(prompts.nothingIsDueEver()).as("nothing is left to do").isTrue();
  }

  private void runFor(Duration duration) {
    var end = clock.now.plus(duration);
    while (clock.now.isBefore(end) && !prompts.nothingIsDueEver()) {
      for (var claim : prompts.claimDue(clock.now, 10)) {
        try {
          delivery.advance(claim);
        } catch (RuntimeException _) {
          // as in the dispatcher: the lease brings it back
        }
      }
      clock.now = clock.now.plusSeconds(5);
    }
  }

  private final class Letterbox implements PromptSender {
    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public DeliveryResult send(Prompt prompt, Contact contact, CustomerLink given) {
      handedOver.add(prompt.id());
      atHandOver.run();
      return answer;
    }
  }

  private final class Journal implements PromptJournal {
    @Override
    public void publish(Prompt prompt, PromptStatus.Finished ended) {
      if (journalDown) {
        throw new JournalUnavailableException(new IllegalStateException("no broker"));
      }
      published.add(ended.outcome());
    }
  }

  private static final class SettableClock extends Clock {
    private Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
