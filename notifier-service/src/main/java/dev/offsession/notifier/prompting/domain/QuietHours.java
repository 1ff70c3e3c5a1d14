package dev.offsession.notifier.prompting.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of the customer's own day in which nobody is disturbed. They may span midnight; equal
 * ends mean none.
 *
 * @param from first quiet minute
 * @param until first minute that is not
 */
public record QuietHours(LocalTime from, LocalTime until) {
  private static final Duration DAY = Duration.ofDays(1);

  /** No hour is quiet. */
  public static QuietHours none() {
    return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
  }

  /** How long they last by the clock on the wall. */
  public Duration length() {
    var length = Duration.between(from, until);
    return length.isNegative() ? length.plus(DAY) : length;
  }

  /** True when it is quiet at this moment in this zone. */
  public boolean cover(Instant moment, ZoneId zone) {
    var local = moment.atZone(zone).toLocalTime();
    return from.isAfter(until)
        ? !local.isBefore(from) || local.isBefore(until)
        : !local.isBefore(from) && local.isBefore(until);
  }

  /**
   * The first moment from this one on that is not quiet. Where the clocks skip the end, it is the
   * moment they skip to; where they show it twice, the first that is still to come.
   */
  public Instant endAfter(Instant moment, ZoneId zone) {
    if (!cover(moment, zone)) {
      return moment;
    }
    var local = moment.atZone(zone);
    var day = local.toLocalDate();
    var end =
        ZonedDateTime.of(local.toLocalTime().isBefore(until) ? day : day.plusDays(1), until, zone);
    return end.toInstant().isAfter(moment)
        ? end.toInstant()
        : end.withLaterOffsetAtOverlap().toInstant();
  }
}
