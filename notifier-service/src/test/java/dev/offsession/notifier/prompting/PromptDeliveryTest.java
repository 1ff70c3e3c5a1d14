package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.NOON;
import static dev.offsession.notifier.prompting.domain.Examples.aDevice;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.bankWantsCustomer;
import static dev.offsession.notifier.prompting.domain.Examples.canceled;
import static dev.offsession.notifier.prompting.domain.Examples.contact;
import static dev.offsession.notifier.prompting.domain.Examples.newCardNeeded;
import static dev.offsession.notifier.prompting.domain.Examples.withDevices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.Channel;
import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.Conversation;
import dev.offsession.notifier.prompting.domain.CustomerLinks;
import dev.offsession.notifier.prompting.domain.DeliveryResult;
import dev.offsession.notifier.prompting.domain.PromptKind;
import dev.offsession.notifier.prompting.domain.PromptStatus;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PromptDeliveryTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration TWO_DAYS = Duration.ofDays(2);

  private final World world = new World();

  @BeforeEach
  void aPromptIsDue() {
    world.contact = contact("a@example.com", null, Locale.US, "UTC");
    world.hear(bankWantsCustomer(2));
  }

  @Test
  void isHandedOverOnceAndItsOutcomePublished() {
    world.runFor(AN_HOUR);

    assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:email");
    assertThat(world.outcomes).containsExactly(new Outcome.Sent());
  }

  @Test
  void aChargePaidMeanwhileIsNotMentioned() {
    world.charge = new ChargeLookup.Answer.NeedsNobody("SUCCEEDED");

    world.runFor(TWO_DAYS);

    assertThat(world.delivered).isEmpty();
    assertThat(world.outcomes).containsExactly(new Outcome.Suppressed("charge_succeeded"));
    assertThat(world.prompts.nothingIsDueEver()).isTrue();
  }

  @Test
  void aChargeThatNeedsSomethingElseNowIsNotMentioned() {
    world.charge = new ChargeLookup.Answer.Needs(PromptKind.NEW_PAYMENT_METHOD);

    world.runFor(TWO_DAYS);

    assertThat(world.delivered).isEmpty();
    assertThat(world.outcomes).containsExactly(new Outcome.Suppressed("superseded"));
  }

  @Test
  void anErasedCustomerIsLeftAlone() {
    world.linkTrouble = Optional.of(new CustomerLinks.Answer.CustomerUnknown());

    world.runFor(TWO_DAYS);

    assertThat(world.delivered).isEmpty();
    assertThat(world.outcomes).containsExactly(new Outcome.Suppressed("customer_unknown"));
    assertThat(world.prompts.nothingIsDueEver()).isTrue();
  }

  @Test
  void aCustomerErasedAfterTheFirstPromptHearsNoMore() {
    world.runFor(AN_HOUR);
    world.linkTrouble = Optional.of(new CustomerLinks.Answer.CustomerUnknown());

    world.runFor(Duration.ofDays(14));

    assertThat(world.delivered).hasSize(1);
    assertThat(world.published.getLast()).contains(":1:", "customer_unknown");
    assertThat(world.prompts.nothingIsDueEver()).isTrue();
  }

  @Nested
  class WhenTheCustomerIsOnThePage {
    @BeforeEach
    void theCustomerOpensThePage() {
      world.onPage = true;
    }

    @Test
    void itWaitsAndLooksAgain() {
      world.runFor(AN_HOUR);
      assertThat(world.delivered).isEmpty();

      world.onPage = false;
      world.runFor(Duration.ofMinutes(1));

      assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:email");
    }

    @Test
    void aPaymentThereMakesItNeedless() {
      world.runFor(Duration.ofMinutes(5));
      world.hear(canceled(3));

      world.runFor(TWO_DAYS);

      assertThat(world.delivered).isEmpty();
    }
  }

  @Nested
  class WhenTheCustomerHasADevice {
    @BeforeEach
    void theCustomerAllowedNotifications() {
      world.contact = withDevices(world.contact, aDevice());
    }

    @Test
    void pushIsEnough() {
      world.runFor(AN_HOUR);

      assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:push");
    }

    @Test
    void mailFollowsAtOnceWhenTheDeviceIsGone() {
      world.answers.put(Channel.PUSH, _ -> new DeliveryResult.Refused("push_gone"));

      world.runFor(Duration.ofSeconds(1));

      assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:push", "ord_17#2:0:email");
      assertThat(world.outcomes)
          .containsExactly(new Outcome.Failed("push_gone"), new Outcome.Sent());
    }

    @Test
    void mailFollowsWhenThePushServiceIsDown() {
      world.answers.put(Channel.PUSH, _ -> new DeliveryResult.Deferred("push_503"));

      world.runFor(Duration.ofMinutes(1));

      assertThat(world.deliveredIds())
          .containsExactly("ord_17#2:0:push", "ord_17#2:0:push", "ord_17#2:0:email");
      assertThat(world.outcomes)
          .containsExactly(new Outcome.Failed("push_503"), new Outcome.Sent());
    }

    @Test
    void theNextReminderIsPushedAgain() {
      world.answers.put(
          Channel.PUSH,
          prompt ->
              prompt.id().step() == 0 ? new DeliveryResult.Refused("push_403") : World.ACCEPTED);

      world.runFor(TWO_DAYS);

      assertThat(world.deliveredIds())
          .containsExactly("ord_17#2:0:push", "ord_17#2:0:email", "ord_17#2:1:push");
    }
  }

  @Nested
  class WhenTheMailIsRefused {
    @BeforeEach
    void theAddressDoesNotExist() {
      world.answers.put(Channel.EMAIL, _ -> new DeliveryResult.Bounced("smtp_550"));
      world.runFor(AN_HOUR);
    }

    @Test
    void theRefusalIsOnTheTimelineAndNoFurtherMailIsTried() {
      world.runFor(Duration.ofDays(5));

      assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:email");
      assertThat(world.outcomes)
          .containsExactly(
              new Outcome.Failed("smtp_550"),
              new Outcome.Suppressed("no_channel"),
              new Outcome.Suppressed("no_channel"));
    }

    @Test
    void laterStepsArePushedToADeviceThatTurnedUp() {
      world.contact = withDevices(world.contact, aDevice());

      world.runFor(TWO_DAYS);

      assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:email", "ord_17#2:1:push");
    }

    @Test
    void aPushThatFailsIsNotFollowedByAMail() {
      world.contact = withDevices(world.contact, aDevice());
      world.answers.put(Channel.PUSH, _ -> new DeliveryResult.Refused("push_gone"));

      world.runFor(Duration.ofDays(1));

      assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:email", "ord_17#2:1:push");
    }
  }

  @Nested
  class WhenSomethingIsDown {
    @Test
    void withoutTheCollectorItWaits() {
      world.linkTrouble =
          Optional.of(new CustomerLinks.Answer.Unavailable("collector_unreachable"));
      world.runFor(AN_HOUR);
      assertThat(world.delivered).isEmpty();

      world.linkTrouble = Optional.empty();
      world.runFor(Duration.ofMinutes(1));

      assertThat(world.delivered).hasSize(1);
    }

    @Test
    void withoutTheWorkerItWaitsRatherThanSendUnasked() {
      world.charge = new ChargeLookup.Answer.Unavailable("worker_unreachable");
      world.runFor(AN_HOUR);
      assertThat(world.delivered).isEmpty();

      world.charge = new ChargeLookup.Answer.NeedsNobody("CANCELED");
      world.runFor(AN_HOUR);

      assertThat(world.delivered).isEmpty();
      assertThat(world.outcomes).containsExactly(new Outcome.Suppressed("charge_canceled"));
    }

    @Test
    void withoutTheMailServerItComesLater() {
      world.answers.put(
          Channel.EMAIL,
          _ ->
              world.delivered.size() < 3
                  ? new DeliveryResult.Deferred("smtp_unreachable")
                  : World.ACCEPTED);

      world.runFor(AN_HOUR);

      assertThat(world.delivered).hasSize(3);
      assertThat(world.outcomes).containsExactly(new Outcome.Sent());
    }

    @Test
    void withoutTheMailServerForGoodItFailsAndTheReminderIsTriedInItsTime() {
      world.answers.put(Channel.EMAIL, _ -> new DeliveryResult.Deferred("smtp_unreachable"));
      world.runFor(AN_HOUR);
      assertThat(world.outcomes).containsExactly(new Outcome.Failed("smtp_unreachable"));

      world.answers.clear();
      world.runFor(Duration.ofDays(1));

      assertThat(world.deliveredIds()).hasSize(4).endsWith("ord_17#2:1:email");
    }

    @Test
    void withoutTheBrokerTheOutcomeIsPublishedLater() {
      world.journalDown = true;
      world.runFor(Duration.ofMinutes(10));
      assertThat(world.outcomes).isEmpty();

      world.journalDown = false;
      world.runFor(AN_HOUR);

      assertThat(world.delivered).hasSize(1);
      assertThat(world.outcomes).containsExactly(new Outcome.Sent());
    }
  }

  @Nested
  class WhenTheProcessDiesAfterTheMailServerTookIt {
    @Test
    void theMessageGoesOutAtMostOnceMore() {
      world.answers.put(
          Channel.EMAIL,
          _ -> {
            throw new Mortal.Death();
          });

      world.runFor(AN_HOUR);

      assertThat(world.meters.get("offsession.prompts.handed.over.again").counter().count())
          .as("the possible duplicate is counted")
          .isEqualTo(1);
      assertThat(world.meters.get("offsession.prompts").tag("outcome", "failed").counter().count())
          .isEqualTo(1);
      assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:email", "ord_17#2:0:email");
      assertThat(world.outcomes).containsExactly(new Outcome.Failed("outcome_unknown"));
    }

    @Test
    void aSecondTryThatIsAnsweredEndsWell() {
      world.answers.put(
          Channel.EMAIL,
          _ -> {
            if (world.delivered.size() == 1) {
              throw new Mortal.Death();
            }
            return World.ACCEPTED;
          });

      world.runFor(AN_HOUR);

      assertThat(world.delivered).hasSize(2);
      assertThat(world.outcomes).containsExactly(new Outcome.Sent());
    }
  }

  @Test
  void aNewNeedSupersedesTheRemindersOfTheOldOne() {
    world.runFor(AN_HOUR);
    world.charge = new ChargeLookup.Answer.Needs(PromptKind.NEW_PAYMENT_METHOD);
    world.hear(newCardNeeded(3));

    world.runFor(TWO_DAYS);

    assertThat(world.deliveredIds())
        .containsExactly("ord_17#2:0:email", "ord_17#3:0:email", "ord_17#3:1:email");
  }

  @Test
  void aReminderWhoseNeedIsOverIsHeldBackWithoutAskingAnybody() {
    world.runFor(AN_HOUR);
    // the silence was heard just before the reminder was written
    var conversation = world.conversations.find(aPrompt().id().request());
    world.conversations.replace(conversation, new Conversation.Silent(conversation.request(), 3));
    world.linkTrouble = Optional.of(new CustomerLinks.Answer.Unavailable("not asked"));

    world.runFor(TWO_DAYS);

    assertThat(world.delivered).hasSize(1);
    assertThat(world.published.getLast()).contains(":1:", "superseded");
  }

  @Test
  void aWorkerWhoseLeaseEndedWritesNothing() {
    var late = world.prompts.claimDue(NOON, 1).getFirst();
    world.charge = new ChargeLookup.Answer.NeedsNobody("SUCCEEDED");
    world.runFor(AN_HOUR);

    world.charge = new ChargeLookup.Answer.Needs(PromptKind.AUTHENTICATE);
    world.delivery.advance(late);

    assertThat(world.delivered).isEmpty();
    assertThat(world.prompts.only().status())
        .isInstanceOfSatisfying(
            PromptStatus.Finished.class,
            ended -> assertThat(ended.outcome()).isInstanceOf(Outcome.Suppressed.class));
  }
}
