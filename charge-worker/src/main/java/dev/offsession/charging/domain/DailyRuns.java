package dev.offsession.charging.domain;

import java.time.Instant;
import java.time.LocalDate;

/** Which instance makes the report of which day. */
public interface DailyRuns {
  /** True when this day is ours to report, until the lease ends; false when it is done or taken. */
  boolean take(LocalDate day, Instant now);

  /** The day is reported; nobody takes it again. */
  void done(LocalDate day, Reconciliation report);
}
