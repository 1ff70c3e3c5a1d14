package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.load.HttpLoad;
import dev.offsession.benchmarks.load.Tally;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Ten times as many webhooks for ten seconds: W9. */
final class WebhookBurst {
  private static final int OK = 200;
  private static final int NOT_NOW = 503;
  private static final double USUAL = 500;
  private static final double TIMES = 10;
  private static final int CONNECTIONS = 1_000;

  private final WebhookTarget subject;

  WebhookBurst(WebhookTarget subject) {
    this.subject = subject;
  }

  void run(Plan plan, Score score) {
    subject.at(USUAL, plan.settle());
    double memory = subject.program().residentMb();
    long before = subject.written();
    HttpLoad load = subject.load(CONNECTIONS);
    load.run(USUAL * TIMES, Duration.ofSeconds(plan.quick() ? 5 : 10), subject.fresh());
    Tally tally = load.tally("valid");
    long written = subject.written() - before;
    double more = subject.program().residentMb() - memory;
    List<String> complaints = complaints(tally, written);
    score.add(
        "W9/lost",
        Spread.of((double) Math.max(0, tally.count(OK) - written)),
        "answers %s, %d written".formatted(tally.statuses(), written),
        complaints);
    if (tally.count(NOT_NOW) > 0) {
      score.add(
          "W9/shed",
          Spread.of(tally.serviceTime(NOT_NOW).p50()),
          "on saturated processors",
          complaints);
    } else {
      score.remark("W9: nothing was shed at %.0f/s".formatted(USUAL * TIMES));
    }
    score.add("W9/memory", Spread.of(more), "", complaints);
  }

  /** Only acceptance and "not now" are fit answers; what got none may be there all the same. */
  private static List<String> complaints(Tally tally, long written) {
    Map<Integer, Long> odd = new java.util.TreeMap<>(tally.statuses());
    odd.keySet().removeAll(List.of(OK, NOT_NOW, Tally.NO_ANSWER));
    if (!odd.isEmpty()) {
      return List.of("odd answers " + odd);
    }
    return written > tally.count(OK) + tally.count(NOT_NOW) + tally.count(Tally.NO_ANSWER)
        ? List.of("more written than sent")
        : List.of();
  }
}
