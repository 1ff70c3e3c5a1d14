package dev.offsession.notifier.prompting;

import static dev.offsession.notifier.prompting.domain.Examples.ORDER;
import static dev.offsession.notifier.prompting.domain.Examples.aCharge;
import static dev.offsession.notifier.prompting.domain.Examples.aDevice;
import static dev.offsession.notifier.prompting.domain.Examples.contact;
import static dev.offsession.notifier.prompting.domain.Examples.muted;
import static dev.offsession.notifier.prompting.domain.Examples.withDevices;
import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.ChargeLookup;
import dev.offsession.notifier.prompting.domain.ChargeNews;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNeeded;
import dev.offsession.notifier.prompting.domain.ChargeNews.CustomerNotNeeded;
import dev.offsession.notifier.prompting.domain.PromptKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two weeks of a charge whose customer does nothing, played on a clock that jumps. */
class TwoWeeksTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Duration TWO_WEEKS = Duration.ofDays(14);

  private final World world = new World();

  @BeforeEach
  void theCustomerLivesInTokyo() {
    world.contact = contact("hanako@example.com", null, Locale.JAPAN, TOKYO.getId());
  }

  @Test
  void anUnpaidChargeIsMentionedFourTimesInTheRightHours() {
    chargeStopsAt("2026-11-23T14:00", TOKYO);

    world.runFor(TWO_WEEKS);

    assertThat(world.deliveredAt(TOKYO))
        .containsExactly(
            "2026-11-23T14:00 ord_17#2:0:email",
            "2026-11-24T14:00 ord_17#2:1:email",
            "2026-11-26T14:00 ord_17#2:2:email",
            "2026-12-06T14:00 ord_17#2:3:email");
    assertThat(world.published).hasSize(4).allMatch(line -> line.endsWith("Sent[]"));
  }

  @Test
  void byNightOnlyTheFirstPromptGoesOut() {
    chargeStopsAt("2026-11-23T23:30", TOKYO);

    world.runFor(TWO_WEEKS);

    assertThat(world.deliveredAt(TOKYO))
        .containsExactly(
            "2026-11-23T23:30 ord_17#2:0:email",
            "2026-11-25T08:00 ord_17#2:1:email",
            "2026-11-27T08:00 ord_17#2:2:email",
            "2026-12-07T08:00 ord_17#2:3:email");
  }

  @Test
  void aDeviceGetsThemInsteadOfTheMailbox() {
    world.contact = withDevices(world.contact, aDevice());
    chargeStopsAt("2026-11-23T23:30", TOKYO);

    world.runFor(TWO_WEEKS);

    assertThat(world.deliveredAt(TOKYO))
        .containsExactly(
            "2026-11-23T23:30 ord_17#2:0:email",
            "2026-11-25T08:00 ord_17#2:1:push",
            "2026-11-27T08:00 ord_17#2:2:push",
            "2026-12-07T08:00 ord_17#2:3:push");
  }

  @Test
  void theHoursAreThoseOfTheCustomerThroughAChangeOfTheClocks() {
    var berlin = ZoneId.of("Europe/Berlin");
    world.contact = contact("a@example.com", null, Locale.GERMANY, berlin.getId());
    chargeStopsAt("2026-10-23T22:00", berlin);

    world.runFor(TWO_WEEKS);

    assertThat(world.deliveredAt(berlin))
        .containsExactly(
            "2026-10-23T22:00 ord_17#2:0:email",
            "2026-10-25T08:00 ord_17#2:1:email",
            // 72 hours later it is 21:00 there, an hour earlier by the new time, and still quiet
            "2026-10-27T08:00 ord_17#2:2:email",
            "2026-11-06T08:00 ord_17#2:3:email");
  }

  @Test
  void withoutADeadlineItEndsAfterTheSecondReminder() {
    world.hear(needed(local("2026-11-23T14:00", TOKYO), null));

    world.runFor(Duration.ofDays(365));

    assertThat(world.delivered).hasSize(3);
    assertThat(world.prompts.nothingIsDueEver()).isTrue();
  }

  @Test
  void aCustomerWhoMutedRemindersHearsOnce() {
    world.contact = muted(world.contact);
    chargeStopsAt("2026-11-23T14:00", TOKYO);

    world.runFor(TWO_WEEKS);

    assertThat(world.deliveredIds()).containsExactly("ord_17#2:0:email");
    assertThat(world.published).hasSize(4).last().asString().contains("reminders_muted");
  }

  @Test
  void aCustomerWhoUnmutesThemHearsTheNext() {
    world.contact = muted(world.contact);
    chargeStopsAt("2026-11-23T14:00", TOKYO);
    world.runFor(Duration.ofDays(2));
    world.contact = contact("hanako@example.com", null, Locale.JAPAN, TOKYO.getId());

    world.runFor(TWO_WEEKS);

    assertThat(world.deliveredIds())
        .containsExactly("ord_17#2:0:email", "ord_17#2:2:email", "ord_17#2:3:email");
  }

  /** Whenever it is paid, by whatever way the news comes: not one word more. */
  @ParameterizedTest(name = "paid after {0} h")
  @ValueSource(longs = {0, 1, 23, 24, 25, 71, 72, 73, 200, 311, 312, 313})
  void silenceTheMomentItIsPaid(long hours) {
    var start = chargeStopsAt("2026-11-23T14:00", TOKYO);
    var paid = start.plus(Duration.ofHours(hours)).minusSeconds(1);
    world.at(
        paid.isBefore(start) ? start : paid,
        () -> {
          world.charge = new ChargeLookup.Answer.NeedsNobody("SUCCEEDED");
          world.hear(new CustomerNotNeeded(ORDER, 3, "charge_succeeded"));
        });

    world.runFor(TWO_WEEKS);

    assertThat(world.delivered).allMatch(one -> !one.at().isAfter(paid));
    assertThat(world.delivered).hasSize(expectedBefore(hours));
    assertThat(world.prompts.nothingIsDueEver()).isTrue();
  }

  /** The event is late: the state that is read before each message is enough. */
  @ParameterizedTest(name = "paid after {0} h, and no news of it")
  @ValueSource(longs = {24, 72, 312})
  void silenceEvenWithoutTheNews(long hours) {
    var paid =
        chargeStopsAt("2026-11-23T14:00", TOKYO).plus(Duration.ofHours(hours)).minusSeconds(1);
    world.at(paid, () -> world.charge = new ChargeLookup.Answer.NeedsNobody("SUCCEEDED"));

    world.runFor(TWO_WEEKS);

    assertThat(world.delivered).hasSize(expectedBefore(hours));
    assertThat(world.published.getLast()).contains("charge_succeeded");
    assertThat(world.prompts.nothingIsDueEver()).isTrue();
  }

  private static int expectedBefore(long hours) {
    return (int) List.of(0L, 24L, 72L, 312L).stream().filter(moment -> moment < hours).count();
  }

  private Instant chargeStopsAt(String localTime, ZoneId zone) {
    var start = local(localTime, zone);
    world.hear(needed(start, start.plus(TWO_WEEKS)));
    return start;
  }

  private ChargeNews needed(Instant start, @Nullable Instant deadline) {
    world.now = start;
    var charge = aCharge();
    return new CustomerNeeded(
        ORDER,
        2,
        PromptKind.AUTHENTICATE,
        new ChargeFacts(
            charge.customerReference(),
            charge.paymentIntentId(),
            charge.amount(),
            charge.description(),
            charge.card(),
            null,
            start,
            deadline));
  }

  private static Instant local(String time, ZoneId zone) {
    return LocalDateTime.parse(time).atZone(zone).toInstant();
  }
}
