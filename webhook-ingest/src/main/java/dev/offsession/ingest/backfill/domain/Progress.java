package dev.offsession.ingest.backfill.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a pass is, or how it ended.
 *
 * @param from first creation time compared
 * @param comparedUntil creation time up to which all is published; null while nothing is
 * @param listed events Stripe has listed
 * @param published events that were missing and are on the topic now
 * @param refused missing events that cannot be taken in, see the log
 * @param edgeReached whether older events may be missing that Stripe no longer lists
 * @param endedAt null while it runs
 * @param failure why it ended early, null otherwise; the next pass begins where the last complete
 *     one ended
 */
public record Progress(
    Trigger trigger,
    Instant startedAt,
    Instant from,
    @Nullable Instant comparedUntil,
    long listed,
    long published,
    long refused,
    boolean edgeReached,
    @Nullable Instant endedAt,
    @Nullable String failure) {

  static Progress starting(PassPlan plan, Instant now) {
    return new Progress(
        plan.trigger(), now, plan.window().from(), null, 0, 0, 0, plan.edgeReached(), null, null);
  }

  Progress plus(int moreListed, int morePublished, int moreRefused) {
    return new Progress(
        trigger,
        startedAt,
        from,
        comparedUntil,
        listed + moreListed,
        published + morePublished,
        refused + moreRefused,
        edgeReached,
        endedAt,
        failure);
  }

  Progress until(@Nullable Instant compared) {
    return new Progress(
        trigger,
        startedAt,
        from,
        compared == null ? comparedUntil : compared,
        listed,
        published,
        refused,
        edgeReached,
        endedAt,
        failure);
  }

  Progress ended(Instant now, @Nullable String why) {
    return new Progress(
        trigger, startedAt, from, comparedUntil, listed, published, refused, edgeReached, now, why);
  }

  public boolean isRunning() {
    return endedAt == null;
  }
}
