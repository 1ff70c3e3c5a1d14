package dev.offsession.charging;

import com.mongodb.reactivestreams.client.MongoDatabase;
import com.stripe.StripeClient;
import dev.offsession.charging.domain.ReportObserver;
import dev.offsession.charging.mongo.MongoDailyRuns;
import dev.offsession.charging.mongo.MongoStoredCharges;
import dev.offsession.charging.observe.LoggingReportObserver;
import dev.offsession.charging.pace.KeyCircuit;
import dev.offsession.charging.pace.Turns;
import dev.offsession.charging.stripe.StripePaidIntents;
import dev.offsession.charging.usecase.DailyReport;
import dev.offsession.charging.usecase.Reports;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stripe against the store: on demand and once a day. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration LEASE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofMinutes(5);

  @Bean
  Reports reports(StripeClient stripe, Turns turns, MongoDatabase database) {
    return new Reports(
        new StripePaidIntents(stripe, turns), new MongoStoredCharges(database, PATIENCE));
  }

  @Bean
  ReportObserver reportObserver(MeterRegistry meters) {
    return new LoggingReportObserver(meters);
  }

  @Bean
  DueLoop reportLoop(
      Reports reports,
      ReportObserver observer,
      MongoDatabase database,
      InstantSource clock,
      KeyCircuit circuit) {
    DailyReport daily =
        new DailyReport(reports, new MongoDailyRuns(database, LEASE, PATIENCE), observer, clock);
    return new DueLoop(
        _ -> {
          daily.runIfDue();
          return 0;
        },
        () -> circuit.isOpen() ? 0 : 1,
        () -> {},
        PAUSE);
  }
}
