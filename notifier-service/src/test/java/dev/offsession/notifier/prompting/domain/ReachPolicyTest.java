package dev.offsession.notifier.prompting.domain;

import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aDevice;
import static dev.offsession.notifier.prompting.domain.Examples.aPrompt;
import static dev.offsession.notifier.prompting.domain.Examples.aReminder;
import static dev.offsession.notifier.prompting.domain.Examples.customer;
import static dev.offsession.notifier.prompting.domain.Examples.muted;
import static dev.offsession.notifier.prompting.domain.Examples.withDevices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReachPolicyTest {
  /** 15:00 and 23:00 of the customer, who lives in Tokyo. */
  private static final Instant AFTERNOON = Instant.parse("2026-11-24T06:00:00Z");

  private static final Instant NIGHT = Instant.parse("2026-11-24T14:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-24T23:00:00Z");

  private static final Route MAIL = new Route.By(Channel.EMAIL);
  private static final Route PUSH = new Route.By(Channel.PUSH);

  private final ReachPolicy policy =
      new ReachPolicy(
          new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), Duration.ofSeconds(60));
  private final Contact withoutDevice = customer(Locale.JAPAN);
  private final Contact withDevice = withDevices(withoutDevice, aDevice());

  @Nested
  class ByDay {
    @ParameterizedTest
    @EnumSource
    void pushesWhereTheCustomerHasADevice(Tone tone) {
      assertThat(decide(of(tone), withDevice, AFTERNOON)).isEqualTo(PUSH);
    }

    @ParameterizedTest
    @EnumSource
    void mailsOtherwise(Tone tone) {
      assertThat(decide(of(tone), withoutDevice, AFTERNOON)).isEqualTo(MAIL);
    }

    @Test
    void mailsWhatCouldNotBePushed() {
      var fallback = aPrompt().by(Channel.PUSH).byMailInstead(AFTERNOON);

      assertThat(decide(fallback, withDevice, AFTERNOON)).isEqualTo(MAIL);
    }

    @Test
    void pushesToACustomerWhoseMailIsRefused() {
      assertThat(decide(aReminder(Tone.REMINDER).mailRefused(), withDevice, AFTERNOON))
          .isEqualTo(PUSH);
    }

    @Test
    void hasNoWayToACustomerWhoseMailIsRefusedAndWhoHasNoDevice() {
      assertThat(decide(aReminder(Tone.REMINDER).mailRefused(), withoutDevice, AFTERNOON))
          .isEqualTo(new Route.Not("no_channel"));
    }
  }

  @Nested
  class ByNight {
    @Test
    void mailsTheFirstPromptAtOnceBecauseAPushRings() {
      assertThat(decide(aPrompt(), withDevice, NIGHT)).isEqualTo(MAIL);
      assertThat(decide(aPrompt(), withoutDevice, NIGHT)).isEqualTo(MAIL);
    }

    @ParameterizedTest
    @EnumSource(names = {"REMINDER", "LAST_REMINDER"})
    void keepsRemindersUntilTheMorning(Tone tone) {
      assertThat(decide(of(tone), withDevice, NIGHT)).isEqualTo(new Route.Later(MORNING));
      assertThat(decide(of(tone), withoutDevice, NIGHT)).isEqualTo(new Route.Later(MORNING));
    }

    @Test
    void keepsUntilTheMorningWhatCanOnlyBePushed() {
      assertThat(decide(aPrompt().mailRefused(), withDevice, NIGHT))
          .isEqualTo(new Route.Later(MORNING));
    }
  }

  @Nested
  class WhenAMessageMayBeOutAlready {
    @Test
    void staysWithTheMailThoughADeviceAppeared() {
      assertThat(decide(aPrompt().handedOver(), withDevice, AFTERNOON)).isEqualTo(MAIL);
    }

    @Test
    void staysWithThePushThoughTheDeviceWent() {
      var pushed = aPrompt().by(Channel.PUSH).handedOver();

      assertThat(decide(pushed, withoutDevice, AFTERNOON)).isEqualTo(PUSH);
      assertThat(decide(pushed, withDevice, NIGHT)).isEqualTo(PUSH);
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesACustomerAloneWhoIsOnThePage(Tone tone) {
    assertThat(policy.decide(of(tone), withDevice, true, AFTERNOON))
        .isEqualTo(new Route.Later(AFTERNOON.plusSeconds(60)));
  }

  @Test
  void mutesRemindersButNeverTheFirstPrompt() {
    assertThat(decide(aReminder(Tone.REMINDER), muted(withoutDevice), AFTERNOON))
        .isEqualTo(new Route.Not("reminders_muted"));
    assertThat(decide(aReminder(Tone.LAST_REMINDER), muted(withDevice), AFTERNOON))
        .isEqualTo(new Route.Not("reminders_muted"));
    assertThat(decide(aPrompt(), muted(withoutDevice), AFTERNOON)).isEqualTo(MAIL);
  }

  @ParameterizedTest
  @EnumSource
  void saysNothingOnceTheDeadlineHasPassed(Tone tone) {
    var deadline = Objects.requireNonNull(aCharge().deadline());

    assertThat(decide(of(tone), withDevice, deadline)).isEqualTo(new Route.Not("deadline_passed"));
    assertThat(decide(of(tone), withDevice, deadline.minusSeconds(1)))
        .isNotInstanceOf(Route.Not.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"FRESH_LINK", "RECEIPT", "PAYMENT_FAILED"})
  void mailsNoticesAtOnceAndOnlyMailsThem(PromptKind kind) {
    var id = new PromptId(ORDER, Occasion.of(2), 0, Channel.EMAIL);
    var notice = Prompt.due(id, kind, aCharge(), NIGHT);

    assertThat(policy.decide(notice, muted(withDevice), true, NIGHT)).isEqualTo(MAIL);
  }

  private Route decide(Prompt prompt, Contact contact, Instant now) {
    return policy.decide(prompt, contact, false, now);
  }

  private static Prompt of(Tone tone) {
    return tone == Tone.FIRST ? aPrompt() : aReminder(tone);
  }
}
