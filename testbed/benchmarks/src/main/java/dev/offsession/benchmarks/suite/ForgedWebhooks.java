package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.load.HttpLoad;
import dev.offsession.benchmarks.load.Shot;
import dev.offsession.benchmarks.load.Webhooks;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What webhooks cost whose signature is wrong: W7. */
final class ForgedWebhooks {
  private static final int REFUSED = 400;
  private static final int CONNECTIONS = 64;
  private static final double FLOOD = 1_000;
  private static final String ALLOCATED = "jvm_gc_memory_allocated_bytes_total";

  private final WebhookTarget subject;
  private final Webhooks webhooks;

  ForgedWebhooks(WebhookTarget subject, Webhooks webhooks) {
    this.subject = subject;
    this.webhooks = webhooks;
  }

  void run(Plan plan, Score score) {
    refusals(plan, score);
    flood(plan, score);
  }

  private void refusals(Plan plan, Score score) {
    List<Double> ratios = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    long refused = 0;
    double allocated = 0;
    for (int i = 0; i < plan.sideRounds(); i++) {
      double valid = subject.most(plan.turn()).rate();
      double before = subject.program().meter(ALLOCATED, null);
      HttpLoad load = subject.load(CONNECTIONS);
      Duration time = load.run(0, plan.turn(), webhooks::forged);
      long count = load.tally("forged").count(REFUSED);
      allocated += subject.program().meter(ALLOCATED, null) - before;
      refused += count;
      ratios.add(count * 1e9 / time.toNanos() / valid);
      if (load.tally("forged").countOther(REFUSED) > 0) {
        complaints.add("forged ones were answered " + load.tally("forged").statuses());
      }
    }
    score.add("W7/rate", Spread.of(ratios), "", complaints);
    score.add(
        "W7/garbage",
        Spread.of(allocated / refused / webhooks.meanBytes()),
        "%.0f bytes for a mean body of %.0f, the HTTP server's and the framework's included"
            .formatted(allocated / refused, webhooks.meanBytes()),
        complaints);
  }

  private void flood(Plan plan, Score score) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < plan.sideRounds(); i++) {
      double alone = p99(FLOOD, plan, webhooks::next);
      double beside = p99(2 * FLOOD, plan, mixed());
      ratios.add(beside / alone);
      score.say(
          "  valid at %.0f/s: p99 %.1f ms alone, %.1f ms beside as many forged"
              .formatted(FLOOD, alone, beside));
    }
    score.add("W7/flood", Spread.of(ratios), "");
  }

  private double p99(double rate, Plan plan, Supplier<Shot> shots) {
    HttpLoad load = subject.load(CONNECTIONS);
    load.run(rate, plan.turn(), shots);
    return load.tally("valid").latencies().p99();
  }

  private Supplier<Shot> mixed() {
    AtomicLong turn = new AtomicLong();
    return () -> turn.getAndIncrement() % 2 == 0 ? webhooks.next() : webhooks.forged();
  }
}
