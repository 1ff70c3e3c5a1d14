package dev.offsession.ingest.backfill;

import dev.offsession.platform.settings.Setting;
import dev.offsession.platform.settings.SettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the backfill works. It is off without {@code offsession.stripe.secret-key}.
 *
 * @param interval from the end of one pass to the start of the next
 * @param overlap how much older than the last complete pass the next one begins, for events that
 *     come to Stripe's list late
 * @param sweepInterval between two looks at what Stripe knows as not delivered
 * @param sweepReach how far back such a look goes; Stripe itself tries for three days
 * @param callsPerSecondMax most calls of Stripe's list; Stripe allows far more, for all services
 *     together
 * @param callAttemptsMax how often one call is tried before the pass ends
 * @param listedEventsMax most events of Stripe's list held at once
 * @param knownEventsMax most ids of the topic's events held at once, 16 to 32 bytes each
 */
@ConfigurationProperties("offsession.ingest.backfill")
public record BackfillProperties(
    @DefaultValue("5m") Duration interval,
    @DefaultValue("10m") Duration overlap,
    @DefaultValue("1h") Duration sweepInterval,
    @DefaultValue("3d") Duration sweepReach,
    @DefaultValue("5") int callsPerSecondMax,
    @DefaultValue("5") int callAttemptsMax,
    @DefaultValue("2000") int listedEventsMax,
    @DefaultValue("1000000") int knownEventsMax) {

  private static final String PREFIX = "offsession.ingest.backfill.";

  public BackfillProperties {
    Setting.positive(PREFIX + "interval", interval);
    Setting.positive(PREFIX + "sweep-interval", sweepInterval);
    Setting.positive(PREFIX + "sweep-reach", sweepReach);
    Setting.positive(PREFIX + "calls-per-second-max", callsPerSecondMax);
    Setting.positive(PREFIX + "call-attempts-max", callAttemptsMax);
    Setting.positive(PREFIX + "listed-events-max", listedEventsMax);
    Setting.positive(PREFIX + "known-events-max", knownEventsMax);
    if (overlap.isNegative()) {
      throw SettingException.wrong(PREFIX + "overlap", "must not be negative");
    }
  }
}
