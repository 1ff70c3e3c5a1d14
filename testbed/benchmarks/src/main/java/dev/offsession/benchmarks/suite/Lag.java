package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Latencies;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a charge takes beside Stripe's own time, at 80 % of the permitted rate: C6 and P3; and
 * whether one stuck call holds up the others: C7.
 */
final class Lag {
  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final double RATE = 0.8 * Profile.RAISED.permitted();
  private static final double PEER_P99_MILLIS = 824;
  private static final int STUCK_CUSTOMER = Customers.COUNT - 1;

  private final Shop shop;
  private final Plan plan;
  private final List<Batch> batches = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<Double> p50 = new ArrayList<>();
  private final List<Double> p99 = new ArrayList<>();
  private final List<Double> beside = new ArrayList<>();

  Lag(Shop shop, Plan plan) {
    this.shop = shop;
    this.plan = plan;
  }

  /** Measures; the stuck charges are settled by looking, some time after their calls have ended. */
  void measure(Score score) {
    score.say(
        "Lag at %.0f/s of 100/s permitted, Stripe's latency %d ms a call"
            .formatted(RATE, LATENCY.toMillis()));
    for (int i = 0; i < plan.sideRounds(); i++) {
      shop.stripe().latency(LATENCY);
      Latencies alone = turn();
      Batch stuck = stuck();
      Latencies others = turn();
      if (stuck.paidCount() > 0) {
        complaints.add("the stuck call was not stuck");
      }
      p50.add(alone.p50());
      p99.add(alone.p99());
      beside.add(others.p99() / alone.p99());
      score.say(
          "  p50 %.1f ms, p99 %.1f ms; others' p99 beside a stuck call %.1f ms"
              .formatted(alone.p50(), alone.p99(), others.p99()));
    }
  }

  /** Waits for the stuck ones, which have had time while other things were measured. */
  void finish(Score score) {
    shop.stripe().calm();
    batches.forEach(batch -> batch.awaitPaid(batch.size(), LIMIT));
    complaints.addAll(shop.complaints(batches));
    score.add("C6/p50", Spread.of(p50), "", complaints);
    score.add("C6/p99", Spread.of(p99), "", complaints);
    score.add("C7", Spread.of(beside), "", complaints);
    score.add("P3", Spread.of(p99).times(1 / PEER_P99_MILLIS), "", complaints);
  }

  private Latencies turn() {
    Batch batch = shop.batch("c6", (int) (RATE * plan.chargeTurn().toSeconds()));
    batches.add(batch);
    shop.merchant().publishAt(RATE, batch, Route.ALL_PARTITIONS);
    if (!batch.awaitPaid(batch.size(), LIMIT)) {
      complaints.add("%d of %d charged".formatted(batch.paidCount(), batch.size()));
    }
    return batch.latencies(2 * LATENCY.toNanos());
  }

  /**
   * A charge whose confirm hangs for longer than the turn. Its fault is set before the latency,
   * since of two that fit the first counts.
   */
  private Batch stuck() {
    shop.stripe().calm();
    shop.stripe()
        .confirmGoesWrong(STUCK_CUSTOMER, "hang", plan.chargeTurn().plus(Duration.ofSeconds(2)));
    shop.stripe().addLatency(LATENCY);
    Batch batch = shop.batch("c7-stuck", 1);
    batches.add(batch);
    shop.merchant().publish(batch, 0, STUCK_CUSTOMER, Route.ALL_PARTITIONS, System.nanoTime());
    shop.merchant().flush();
    return batch;
  }
}
