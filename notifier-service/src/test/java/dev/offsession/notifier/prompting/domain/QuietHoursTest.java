package dev.offsession.notifier.prompting.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final QuietHours NIGHT = hours("21:00", "08:00");

  @ParameterizedTest(name = "{0} in {1} waits until {2}")
  @CsvSource({
    // an ordinary night, and its edges
    "2026-11-23T12:00:00Z, Asia/Tokyo,          2026-11-23T23:00:00Z",
    "2026-11-23T11:59:59Z, Asia/Tokyo,          2026-11-23T11:59:59Z",
    "2026-11-23T22:59:59Z, Asia/Tokyo,          2026-11-23T23:00:00Z",
    "2026-11-23T23:00:00Z, Asia/Tokyo,          2026-11-23T23:00:00Z",
    // the same moment is day elsewhere
    "2026-11-23T12:00:00Z, Europe/Berlin,       2026-11-23T12:00:00Z",
    "2026-11-23T12:00:00Z, Pacific/Auckland,    2026-11-23T19:00:00Z",
    "2026-11-23T12:00:00Z, Asia/Kathmandu,      2026-11-23T12:00:00Z",
    "2026-11-23T16:00:00Z, Asia/Kathmandu,      2026-11-24T02:15:00Z",
    // the night the clocks go forward is an hour shorter, the one they go back an hour longer
    "2026-03-28T21:00:00Z, Europe/Berlin,       2026-03-29T06:00:00Z",
    "2026-10-24T20:00:00Z, Europe/Berlin,       2026-10-25T07:00:00Z",
    "2026-03-08T03:00:00Z, America/New_York,    2026-03-08T12:00:00Z",
    "2026-11-01T02:00:00Z, America/New_York,    2026-11-01T13:00:00Z",
    // half an hour of summer time, and a day that never was
    "2026-04-04T12:00:00Z, Australia/Lord_Howe, 2026-04-04T21:30:00Z",
    "2011-12-30T08:00:00Z, Pacific/Apia,        2011-12-30T18:00:00Z",
  })
  void endInTheMorningOfTheCustomer(Instant now, ZoneId zone, Instant end) {
    assertThat(NIGHT.endAfter(now, zone)).isEqualTo(end);
  }

  @Test
  void endWhereTheClockSkipsTo() {
    var untilHalfPastTwo = hours("22:00", "02:30");

    // 02:30 does not exist in this night: 02:00 is followed by 03:00
    assertThat(
            untilHalfPastTwo.endAfter(
                Instant.parse("2026-03-29T00:00:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-03-29T01:30:00Z");
  }

  @Test
  void endAtTheSecondOfTwoSuchMomentsWhenTheFirstIsOver() {
    var untilHalfPastTwo = hours("22:00", "02:30");

    // 02:15 for the second time
    assertThat(
            untilHalfPastTwo.endAfter(
                Instant.parse("2026-10-25T01:15:00Z"), ZoneId.of("Europe/Berlin")))
        .isEqualTo("2026-10-25T01:30:00Z");
  }

  @Test
  void mayLieWithinOneDay() {
    var siesta = hours("13:00", "16:00");

    assertThat(siesta.cover(Instant.parse("2026-11-23T12:59:59Z"), ZoneId.of("UTC"))).isFalse();
    assertThat(siesta.endAfter(Instant.parse("2026-11-23T13:00:00Z"), ZoneId.of("UTC")))
        .isEqualTo("2026-11-23T16:00:00Z");
    assertThat(siesta.length()).isEqualTo(Duration.ofHours(3));
    assertThat(NIGHT.length()).isEqualTo(Duration.ofHours(11));
  }

  @Test
  void mayBeNone() {
    assertThat(QuietHours.none().cover(Instant.parse("2026-11-23T00:00:00Z"), ZoneId.of("UTC")))
        .isFalse();
    assertThat(QuietHours.none().length()).isZero();
  }

  /**
   * Any moment, any zone, any hours: the end is not quiet, not past, and not more than a day off.
   */
  @RepeatedTest(500)
  void alwaysEnd(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
    var hours =
        new QuietHours(
            LocalTime.of(random.nextInt(24), random.nextInt(60)),
            LocalTime.of(random.nextInt(24), random.nextInt(60)));
    var now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(366 * 86_400));

    var end = hours.endAfter(now, zone);

    assertThat(end).isBetween(now, now.plus(Duration.ofHours(25)));
    assertThat(hours.cover(end, zone)).as("%s in %s at %s", hours, zone, now).isFalse();
  }

  private static QuietHours hours(String from, String until) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
  }
}
