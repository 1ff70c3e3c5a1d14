package dev.offsession.charging.domain;

import java.time.LocalDate;

/** Hears of daily reports, for logs and meters. Must not throw and must not wait. */
public interface ReportObserver {
  /** A day was compared. */
  void reported(LocalDate day, Reconciliation report);

  /** A day could not be compared now; it is tried again. */
  void failed(LocalDate day, String why);
}
