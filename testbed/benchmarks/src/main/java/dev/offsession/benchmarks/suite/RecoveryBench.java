package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Ledger;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * One of two instances is killed at load: how long until requests are charged as fast as before?
 * C12. The quick run shortens lease and session, and says so.
 */
public final class RecoveryBench implements Bench {
  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final double RATE = 60;
  private static final long LAG_GOAL_NANOS = 300_000_000L;

  private static final Map<String, String> QUICK =
      Map.of(
          "OFFSESSION_CHARGING_LEASE", "10s",
          "OFFSESSION_STRIPE_READ_TIMEOUT", "5s");

  private static final List<String> QUICK_OPTIONS =
      List.of(
          "-Dspring.kafka.consumer.properties.session.timeout.ms=6000",
          "-Dspring.kafka.consumer.properties.heartbeat.interval.ms=1000");

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("Recovery: one of two instances is killed at %.0f charges/s".formatted(RATE));
    Duration load = Duration.ofSeconds(plan.quick() ? 22 : 120);
    try (Shop shop = Shop.open(bed, plan);
        Running first = start(shop, 1, plan);
        Running _ = start(shop, 2, plan)) {
      shop.awaitCustomersKnown();
      shop.warm(Route.ALL_PARTITIONS, plan.warmUpCharges(Profile.RAISED.permitted()));
      shop.freshLedger();
      shop.stripe().latency(LATENCY);
      Batch batch = shop.batch("c12", (int) (RATE * load.toSeconds()));
      CompletableFuture<Void> publishing =
          CompletableFuture.runAsync(
              () -> shop.merchant().publishAt(RATE, batch, Route.ALL_PARTITIONS));
      Wait.pass(plan.settle());
      long killed = System.nanoTime();
      first.kill();
      publishing.join();
      batch.awaitPaid(batch.size(), LIMIT);
      report(shop, batch, killed, plan, score);
    }
  }

  private static Running start(Shop shop, int number, Plan plan) {
    var program =
        Running.named(
            "charge-worker-" + number,
            shop.worker(Profile.RAISED, plan.quick() ? QUICK : Map.of()));
    return Running.service(
        plan.quick() ? Running.withMoreOptions(program, QUICK_OPTIONS) : program);
  }

  private static void report(Shop shop, Batch batch, long killed, Plan plan, Score score) {
    int twice = Ledger.of(shop.stripe()).chargedTwice(batch);
    List<String> complaints = new ArrayList<>(shop.complaints(List.of(batch)));
    double seconds = (batch.p99WithinFrom(killed, LAG_GOAL_NANOS) - killed) / 1e9;
    score.say(
        "  p99 of each second after the kill, ms: %s"
            .formatted(
                batch.p99BySecond(killed, plan.quick() ? 20 : 110).stream()
                    .map("%.0f"::formatted)
                    .toList()));
    score.add(
        "C12/recovery",
        Spread.of(seconds),
        plan.quick()
            ? "with a lease of 10 s and a session of 6 s instead of 60 s and 20 s"
            : "with the default lease of 60 s and session of 20 s",
        complaints);
    score.add("C12/double", Spread.of(twice), "", complaints);
  }
}
