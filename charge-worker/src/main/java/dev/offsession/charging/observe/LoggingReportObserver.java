package dev.offsession.charging.observe;

import dev.offsession.charging.domain.Reconciliation;
import dev.offsession.charging.domain.ReportObserver;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of daily reports: counts and amounts in one line, and a gauge of differences by kind. */
public final class LoggingReportObserver implements ReportObserver {
  private static final Logger log = LoggerFactory.getLogger("reconciliation");

  private final Map<Reconciliation.Kind, AtomicLong> differences =
      new EnumMap<>(Reconciliation.Kind.class);
  private final MeterRegistry meters;

  public LoggingReportObserver(MeterRegistry meters) {
    this.meters = meters;
    for (Reconciliation.Kind kind : Reconciliation.Kind.values()) {
      AtomicLong count = new AtomicLong();
      differences.put(kind, count);
      meters.gauge(
          "offsession.reconciliation.differences",
          io.micrometer.core.instrument.Tags.of("kind", kind.name().toLowerCase(Locale.ROOT)),
          count,
          AtomicLong::doubleValue);
    }
  }

  @Override
  public void reported(LocalDate day, Reconciliation report) {
    differences.forEach((kind, count) -> count.set(report.count(kind)));
    count(report.isBalanced() ? "balanced" : "different");
    if (report.isBalanced()) {
      log.info("{} balanced: stripe {} store {}", day, report.stripe(), report.store());
    } else {
      log.error(
          "{} differs in {} payments: stripe {} store {}",
          day,
          report.differences().size(),
          report.stripe(),
          report.store());
    }
  }

  @Override
  public void failed(LocalDate day, String why) {
    count("failed");
    log.warn("{} could not be compared with Stripe yet: {}", day, why);
  }

  private void count(String result) {
    Objects.requireNonNull(meters.counter("offsession.reconciliation.runs", "result", result))
        .increment();
  }
}
