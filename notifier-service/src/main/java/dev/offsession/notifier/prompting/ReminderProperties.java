package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.Cadence;
import dev.offsession.notifier.prompting.domain.QuietHours;
import dev.offsession.notifier.prompting.domain.ReachPolicy;
import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When customers are reminded, and when they are left in peace.
 *
 * @param after how long after the need arose, ascending; empty for no reminders but the last
 * @param beforeDeadline how long before the deadline the last reminder goes out
 * @param gapMin the least time between two prompts about one payment
 * @param quietHours from and until, in the customer's own time, such as 21:00-08:00; or none
 * @param onPagePause how long a customer on the page is left alone before we look again
 */
@ConfigurationProperties("offsession.reminders")
record ReminderProperties(
    @DefaultValue({"24h", "72h"}) List<Duration> after,
    @DefaultValue("24h") Duration beforeDeadline,
    @DefaultValue("12h") Duration gapMin,
    @DefaultValue("21:00-08:00") String quietHours,
    @DefaultValue("60s") Duration onPagePause) {
  private static final String NONE = "none";
  private static final String QUIET_HOURS = "offsession.reminders.quiet-hours";

  ReminderProperties {
    Setting.positive("offsession.reminders.before-deadline", beforeDeadline);
    Setting.positive("offsession.reminders.gap-min", gapMin);
    Setting.positive("offsession.reminders.on-page-pause", onPagePause);
    checkOrder(after, gapMin);
    checkQuietHours(quiet(quietHours), gapMin, beforeDeadline);
  }

  Cadence cadence() {
    return new Cadence(after, beforeDeadline, gapMin);
  }

  ReachPolicy reach() {
    return new ReachPolicy(quiet(quietHours), onPagePause);
  }

  private static void checkOrder(List<Duration> after, Duration gapMin) {
    var earliest = gapMin;
    for (var reminder : after) {
      if (reminder.compareTo(earliest) < 0) {
        throw SettingException.wrong(
            "offsession.reminders.after",
            "must ascend, each at least offsession.reminders.gap-min after the one before");
      }
      earliest = reminder.plus(gapMin);
    }
  }

  /** Otherwise a reminder that waits for the morning could meet the next one, or the deadline. */
  private static void checkQuietHours(QuietHours quiet, Duration gapMin, Duration beforeDeadline) {
    if (quiet.length().compareTo(gapMin) > 0 || quiet.length().compareTo(beforeDeadline) >= 0) {
      throw SettingException.wrong(
          QUIET_HOURS,
          "must not be longer than offsession.reminders.gap-min, and shorter than"
              + " offsession.reminders.before-deadline");
    }
  }

  private static QuietHours quiet(String text) {
    if (text.strip().equals(NONE)) {
      return QuietHours.none();
    }
    var ends = text.strip().split("-", -1);
    try {
      var hours = new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
      if (ends.length == 2 && hours.length().isPositive()) {
        return hours;
      }
    } catch (DateTimeException | ArrayIndexOutOfBoundsException _) {
      // told below, as for hours that have no length
    }
    throw SettingException.wrong(QUIET_HOURS, "must be two times such as 21:00-08:00, or none");
  }
}
