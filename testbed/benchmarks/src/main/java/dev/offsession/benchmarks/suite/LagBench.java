package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Latencies;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * How long a charge takes beside Stripe's own time: C6 and P3; whether one stuck call holds up
 * others: C7; how long a lost answer stays unknown: P5.
 */
public final class LagBench implements Bench {
  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final Duration STUCK = Duration.ofSeconds(60);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final double SHARE = 0.8;
  private static final double PEER_P99_MILLIS = 824;
  private static final int STUCK_CUSTOMER = Customers.COUNT - 1;
  private static final int LOST_CUSTOMER = Customers.COUNT - 2;
  private static final int DROPPED_CUSTOMER = Customers.COUNT - 3;

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("Lag at 80 %% of 100/s permitted, Stripe's latency %d ms a call".formatted( LATENCY.toMillis()));
    try (Shop shop = Shop.open(bed);
        Running _ = shop.startWorker(Profile.RAISED, Map.of())) {
      shop.freshLedger();
      CompletableFuture<List<Batch>> lost = lostAnswers(shop);
      turns(shop, plan, score);
      settled(shop, lost.join(), score);
    }
  }

  private void turns(Shop shop, Plan plan, Score score) {
    List<Double> p50 = new ArrayList<>();
    List<Double> p99 = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < plan.rounds(); i++) {
      shop.stripe().latency(LATENCY);
      Latencies alone = turn(shop, plan, complaints);
      Batch stuck = stuck(shop);
      Latencies others = turn(shop, plan, complaints);
      p50.add(alone.p50());
      p99.add(alone.p99());
      beside.add(others.p99() / alone.p99());
      score.say("  lag p50 %.1f ms, p99 %.1f ms; others' p99 beside a stuck call %.1f ms".formatted(
          alone.p50(), alone.p99(), others.p99()));
      if (stuck.paidCount() > 0) {
        complaints.add("the stuck call was not stuck");
      }
    }
    Spread overhead = Spread.of(p99);
    score.add("C6/p50", Spread.of(p50), "", complaints);
    score.add("C6/p99", overhead, "", complaints);
    score.add("C7", Spread.of(beside), "", complaints);
    score.add("P3", overhead.times(1 / PEER_P99_MILLIS), "", complaints);
  }

  private static Latencies turn(Shop shop, Plan plan, List<String> complaints) {
    double rate = SHARE * Profile.RAISED.permitted();
    Batch batch = shop.batch("c6", (int) (rate * plan.chargeTurn().toSeconds()));
    shop.merchant().publishAt(rate, batch, Route.ALL_PARTITIONS);
    if (!batch.awaitPaid(batch.size(), LIMIT)) {
      complaints.add("%d of %d charged".formatted(batch.paidCount(), batch.size()));
    }
    return batch.latencies(2 * LATENCY.toNanos());
  }

  /**
   * A customer whose confirm hangs; it must be set before the latency, since the first fault
   * counts.
   */
  private static Batch stuck(Shop shop) {
    shop.stripe().calm();
    shop.stripe().confirmGoesWrong(STUCK_CUSTOMER, "hang", STUCK);
    shop.stripe().addLatency(LATENCY);
    Batch batch = shop.batch("c7-stuck", 1);
    shop.merchant().publish(batch, 0, STUCK_CUSTOMER, Route.ALL_PARTITIONS, System.nanoTime());
    shop.merchant().flush();
    return batch;
  }

  /** Two charges happen whose answers are lost: one by silence, one by a broken connection. */
  private static CompletableFuture<List<Batch>> lostAnswers(Shop shop) {
    shop.stripe().calm();
    shop.stripe().confirmGoesWrong(LOST_CUSTOMER, "hang_after_effect", STUCK.multipliedBy(2));
    shop.stripe().confirmGoesWrong(DROPPED_CUSTOMER, "drop_after_effect", Duration.ZERO);
    List<Batch> batches = List.of(shop.batch("p5-silent", 1), shop.batch("p5-dropped", 1));
    shop.merchant()
        .publish(batches.get(0), 0, LOST_CUSTOMER, Route.ALL_PARTITIONS, System.nanoTime());
    shop.merchant()
        .publish(batches.get(1), 0, DROPPED_CUSTOMER, Route.ALL_PARTITIONS, System.nanoTime());
    shop.merchant().flush();
    // Both calls must be under way before the faults are set anew for the others.
    Wait.pass(Duration.ofSeconds(1));
    return CompletableFuture.supplyAsync(() -> {
      batches.forEach(batch -> batch.awaitPaid(1, LIMIT));
      return batches;
    });
  }

  private static void settled(Shop shop, List<Batch> batches, Score score) {
    List<String> complaints = shop.complaints(batches);
    score.add("P5/silent", Spread.of(seconds(batches.get(0))), "", complaints);
    score.add("P5/dropped", Spread.of(seconds(batches.get(1))), "", complaints);
  }

  private static double seconds(Batch batch) {
    return batch.latencies(0).percentileMillis(100) / 1e3;
  }
}
