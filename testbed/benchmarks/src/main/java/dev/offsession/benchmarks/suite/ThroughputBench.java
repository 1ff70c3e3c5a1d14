package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Charges without limits: without latency, as many as this machine can do (C5, P1, P2), and beside
 * two libraries (C4).
 */
public final class ThroughputBench implements Bench {
  private static final double PEER_BEST = 67.9;
  private static final double PEER_CPU_MILLIS = 47;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** More than this machine can do in a second; cold, it can do less. */
  private static final int ENOUGH = 1_000;

  private static final int ENOUGH_WHEN_QUICK = 600;

  /** As many under way as the libraries may have. */
  private static final Map<String, String> SETTINGS =
      Map.of("OFFSESSION_CHARGING_WINDOW_SIZE", Integer.toString(Libraries.WINDOW));

  private static final Set<String> OURS = Set.of("charge-worker", "store", "broker");

  private record Turn(double rate, double cpuMillis, double allCpuMillis, String shares) {}

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("Charges without limits, latency 0");
    try (Shop shop = Shop.open(bed, plan)) {
      try (Running worker = shop.startWorker(Profile.UNLIMITED, SETTINGS)) {
        most(shop, worker, plan, score);
        new Libraries(shop, worker).race(plan, score);
      }
      if (plan.quick()) {
        score.notRun("C4/repeated", "the kill -9 comparison is part of the full run");
      } else {
        new KillBench(shop).run(score);
      }
    }
  }

  private static void most(Shop shop, Running worker, Plan plan, Score score) {
    List<Turn> turns = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < plan.rounds(); i++) {
      shop.freshLedger();
      Turn turn = turn(shop, worker, plan, complaints);
      turns.add(turn);
      score.say(
          "  %.0f charges/s, %.2f ms CPU of charge-worker each"
              .formatted(turn.rate, turn.cpuMillis));
    }
    report(turns, complaints, score);
  }

  /** Counts in the middle of a batch: neither the intake's beginning nor the last ones count. */
  private static Turn turn(Shop shop, Running worker, Plan plan, List<String> complaints) {
    Duration time = plan.chargeTurn();
    Batch batch =
        shop.batch(
            "c5", Math.toIntExact((plan.quick() ? ENOUGH_WHEN_QUICK : ENOUGH) * time.toSeconds()));
    shop.merchant().publish(batch, Route.ALL_PARTITIONS);
    batch.awaitPaid(1, LIMIT);
    Wait.pass(Duration.ofMillis(500));
    Usage.Reading start = shop.reading(List.of(worker));
    long from = System.nanoTime();
    batch.awaitPaid(batch.size() * 9 / 10, time);
    long to = System.nanoTime();
    Usage usage = shop.reading(List.of(worker)).since(start);
    int charges = Math.max(1, batch.paidBetween(from, to));
    batch.awaitPaid(batch.size(), LIMIT);
    complaints.addAll(shop.complaints(List.of(batch)));
    return new Turn(
        charges * 1e9 / (to - from),
        usage.microsPerUnit(worker.name()::equals, charges) / 1e3,
        usage.microsPerUnit(OURS::contains, charges) / 1e3,
        usage.shares());
  }

  private static void report(List<Turn> turns, List<String> complaints, Score score) {
    Spread rate = Spread.of(turns.stream().map(Turn::rate).toList());
    Spread all = Spread.of(turns.stream().map(Turn::allCpuMillis).toList());
    score.add("C5/rate", rate, "", complaints);
    score.add("C5/cpu", Spread.of(turns.stream().map(Turn::cpuMillis).toList()), "", complaints);
    score.add("P1", rate.times(1 / PEER_BEST), "", complaints);
    score.add(
        "P2/0ms",
        all.times(1 / PEER_CPU_MILLIS),
        "%.2f ms; the peer does more: accounts, invoices, audit".formatted(all.median()),
        complaints);
    score.remark("charges without limits: %s".formatted(turns.getLast().shares));
  }
}
