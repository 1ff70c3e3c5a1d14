package dev.offsession.localstack.drills;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.runtime.Action;
import dev.offsession.failpoints.runtime.Armed;
import dev.offsession.failpoints.table.Failpoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The process dies between every two steps of taking in a webhook, Stripe sends again, and each
 * event is on the topic at least once. The backfill is off meanwhile: the webhooks alone must do.
 */
final class KillDrill implements WebhookDrill {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PAYMENTS = 5;

  /** Enough of Stripe's time for every further attempt to be due. */
  private static final String PLAN = "PT15S";

  /**
   * The simulator gives up after 21 s, and a start may take longer on a busy machine. Stripe goes
   * on for three days; what it would send then is asked for.
   */
  private static final Duration SOON = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public String promise() {
    return "killed between every two steps, Stripe sends again: every event is there, one effect";
  }

  @Override
  public Findings play(Front front) {
    List<String> remarks = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    front.killIngest();
    front.startIngestWithoutBackfill();
    for (Failpoint point : Failpoints.of("ingest")) {
      remarks.add(dieAt(point, front, complaints));
    }
    complaints.addAll(
        front.topic().ambiguous().stream().map(id -> id + " has differing copies").toList());
    return new Findings(remarks, complaints);
  }

  private static String dieAt(Failpoint point, Front front, List<String> complaints) {
    Set<String> before = front.account().eventIds();
    point.armed("drill-" + point.name(), Action.HALT).in(front.traps());
    for (int i = 0; i < PAYMENTS; i++) {
      front.account().makesAndCancelsAPayment();
    }
    boolean died = Waiting.until(() -> !front.ingestIsAlive(), LIMIT);
    Armed.disarm(front.traps());
    if (!died) {
      complaints.add("nobody died at " + point.name());
      return point.name() + " not met";
    }
    front.startIngestWithoutBackfill();
    Set<String> happened = new HashSet<>(front.account().eventIds());
    happened.removeAll(before);
    front.simulator().post("/_sim/clock", Map.of("advance", PLAN));
    if (!Waiting.until(() -> missing(front, happened).isEmpty(), SOON)) {
      missing(front, happened)
          .forEach(id -> front.simulator().post("/_sim/webhooks/redeliver", Map.of("event", id)));
    }
    if (!Waiting.until(() -> missing(front, happened).isEmpty(), LIMIT)) {
      complaints.add(
          "%s: never on the topic: %s".formatted(point.name(), missing(front, happened)));
    }
    return "%s %d events, %d records"
        .formatted(point.name(), happened.size(), front.topic().copies(happened));
  }

  private static Set<String> missing(Front front, Set<String> ids) {
    Set<String> missing = new HashSet<>(ids);
    missing.removeAll(front.topic().distinct());
    return missing;
  }
}
