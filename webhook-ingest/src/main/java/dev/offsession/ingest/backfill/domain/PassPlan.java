package dev.offsession.ingest.backfill.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of Stripe's list one pass compares with the topic.
 *
 * @param edgeReached whether older events may be missing that Stripe no longer lists
 * @param undeliveredOnly only what Stripe knows as not delivered
 */
public record PassPlan(
    Trigger trigger, Slice window, boolean edgeReached, boolean undeliveredOnly) {

  /** Stripe lists events for 30 days (docs.stripe.com/api/events); an hour of it for the pass. */
  static final Duration LISTED = Duration.ofDays(30).minusHours(1);

  /**
   * A pass that closes every gap: from the end of the last complete pass or the newest event on the
   * topic, whichever is older, less an overlap for events that come to the list late. A topic that
   * is empty is filled with all that Stripe lists.
   */
  public static PassPlan closingGaps(
      Trigger trigger,
      Optional<Instant> checkedUntil,
      Optional<Instant> newestOnTopic,
      Duration overlap,
      Instant now) {
    Optional<Instant> gap =
        newestOnTopic.flatMap(n -> Stream.of(n, checkedUntil.orElse(n)).min(Instant::compareTo));
    return gap.map(instant -> from(trigger, instant.minus(overlap), false, now))
        .orElseGet(() -> new PassPlan(trigger, window(now.minus(LISTED)), false, false));
  }

  /** A pass over what Stripe knows as not delivered. */
  public static PassPlan sweep(Duration reach, Instant now) {
    return from(Trigger.SWEEP, now.minus(reach), true, now);
  }

  /**
   * A pass that a person asked for.
   *
   * @param from null for all that Stripe lists
   */
  public static PassPlan asked(@Nullable Instant from, Instant now) {
    if (from == null) {
      return new PassPlan(Trigger.OPERATOR, window(now.minus(LISTED)), false, false);
    }
    return from(Trigger.OPERATOR, from, false, now);
  }

  private static PassPlan from(Trigger trigger, Instant from, boolean undelivered, Instant now) {
    Instant edge = now.minus(LISTED);
    boolean beyond = from.isBefore(edge);
    return new PassPlan(trigger, window(beyond ? edge : from), beyond, undelivered);
  }

  private static Slice window(Instant from) {
    return new Slice(from.truncatedTo(ChronoUnit.SECONDS), null);
  }
}
