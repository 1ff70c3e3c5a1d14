package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.DailyRuns;
import dev.offsession.charging.domain.PaidIntents;
import dev.offsession.charging.domain.Reconciliation;
import dev.offsession.charging.domain.ReportObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Once a day, one instance compares the day before with Stripe. */
public final class DailyReport {
  /** Outcomes that are unknown at midnight are settled by then, short of an outage. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final Reports reports;
  private final DailyRuns runs;
  private final ReportObserver observer;
  private final InstantSource clock;
  private LocalDate latest = LocalDate.MIN;

  public DailyReport(
      Reports reports, DailyRuns runs, ReportObserver observer, InstantSource clock) {
    this.reports = reports;
    this.runs = runs;
    this.observer = observer;
    this.clock = clock;
  }

  /** Makes the report if it is time and no other instance does; call it every few minutes. */
  public void runIfDue() {
    Instant now = clock.instant();
    LocalDate day = now.minus(SETTLED).atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    if (day.isAfter(latest) && runs.take(day, now)) {
      run(day);
    }
  }

  private void run(LocalDate day) {
    try {
      Reconciliation report =
          reports.between(
              day.atStartOfDay().toInstant(ZoneOffset.UTC),
              day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
      runs.done(day, report);
      latest = day;
      observer.reported(day, report);
    } catch (PaidIntents.StripeSilentException e) {
      observer.failed(day, String.valueOf(e.getMessage()));
    }
  }
}
