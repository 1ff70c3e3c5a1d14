package dev.offsession.ingest.backfill.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The shared memory of the backfill.
 *
 * @param checkedUntil start of the last complete pass: all older events are on the topic; null
 *     before the first
 * @param requestDone the operator's last request that was dealt with, null when there was none
 * @param pass the pass that runs, or the last one; null before the first
 */
public record BackfillState(
    @Nullable Instant checkedUntil, @Nullable Instant requestDone, @Nullable Progress pass) {

  public static final BackfillState NOTHING_YET = new BackfillState(null, null, null);

  public BackfillState checked(Instant until) {
    return new BackfillState(until, requestDone, pass);
  }

  public BackfillState done(Instant requestAskedAt) {
    return new BackfillState(checkedUntil, requestAskedAt, pass);
  }

  public BackfillState with(Progress progress) {
    return new BackfillState(checkedUntil, requestDone, progress);
  }
}
