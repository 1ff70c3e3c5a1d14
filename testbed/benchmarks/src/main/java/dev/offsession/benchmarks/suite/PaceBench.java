package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Store;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Curve;
import dev.offsession.benchmarks.report.Curve.Point;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Charges at the rate that Stripe permits, in one partition, whatever Stripe's latency: C1, and
 * beside it the naive worker: C2, C3. Both wait nearly all the time, so they run at the same time,
 * each with a Stripe of its own, and disturb each other less than turns would. With the same worker
 * go the lag ({@link Lag}) and lost answers ({@link LostAnswers}).
 */
public final class PaceBench implements Bench {
  private static final List<Duration> LATENCIES =
      List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(1_000));
  private static final Duration LIMIT_BEYOND = Duration.ofSeconds(60);

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    List<Curve.Line> lines = new ArrayList<>();
    try (Shop shop = Shop.open(bed);
        NaivePair naive = NaivePair.start(shop)) {
      for (Profile profile : List.of(Profile.DEFAULT, Profile.RAISED)) {
        score.say("Charges in one partition, %d/s permitted".formatted( profile.permitted()));
        try (Running worker = shop.startWorker(profile, Map.of())) {
          if (profile.equals(Profile.RAISED)) {
            LostAnswers lost = LostAnswers.begin(shop);
            lines.add(profile(shop, worker, naive, profile, plan, score));
            new Lag(shop, plan).run(score);
            lost.end(score);
          } else {
            lines.add(profile(shop, worker, naive, profile, plan, score));
          }
        }
      }
    }
    score.curve(
        new Curve(
            "latency",
            "One partition: charges/s whatever Stripe's latency",
            "latency of each Stripe call, ms",
            "charges/s",
            false,
            lines));
  }

  private Curve.Line profile(
      Shop shop, Running worker, NaivePair naive, Profile profile, Plan plan, Score score) {
    List<Point> points = new ArrayList<>();
    for (Duration latency : LATENCIES) {
      double rate = cell(shop, worker, naive, profile, latency, plan, score);
      points.add(new Point(latency.toMillis(), rate));
    }
    return new Curve.Line(profile.permitted() + "/s permitted", points);
  }

  private double cell(
      Shop shop,
      Running worker,
      NaivePair naive,
      Profile profile,
      Duration latency,
      Plan plan,
      Score score) {
    String cell = profile.name() + "/" + latency.toMillis() + "ms";
    shop.stripe().quotas(profile.account(), profile.endpoint());
    shop.stripe().latency(latency);
    naive.begin(latency, plan);
    long seconds = plan.settle().plus(plan.cell()).toSeconds();
    Batch batch = shop.batch("c1", Math.toIntExact(profile.permitted() * seconds));
    shop.merchant().publish(batch, Route.ONE_PARTITION);
    batch.awaitPaid(1, LIMIT_BEYOND);
    Wait.pass(plan.settle());
    long from = System.nanoTime();
    Usage.Reading start = shop.reading(List.of(worker));
    try (Store store = shop.bed().store("offsession_charges")) {
      Store.Operations before = store.operations("charges");
      batch.awaitPaid(batch.size(), plan.cell().plus(LIMIT_BEYOND));
      Usage usage = shop.reading(List.of(worker)).since(start);
      Store.Operations operations = store.operations("charges").since(before);
      double rate = batch.rateBetween(from, Long.MAX_VALUE);
      double refused = shop.stripe().refusedPercent();
      int charges = batch.paidBetween(from, Long.MAX_VALUE);
      List<String> complaints = shop.complaints(List.of(batch));
      score.add(
          "C1/" + cell,
          Spread.of(rate / profile.permitted()),
          "%.1f/s".formatted(rate),
          complaints);
      score.add("C1/429/" + cell, Spread.of(refused), "", complaints);
      naive.end(score, profile, latency, rate, complaints);
      if (profile.equals(Profile.RAISED) && latency.toMillis() == 300) {
        resources(worker, usage, operations, charges, complaints, score);
      }
      return rate;
    }
  }

  private static void resources(
      Running worker,
      Usage usage,
      Store.Operations operations,
      int charges,
      List<String> complaints,
      Score score) {
    score.add("C13/cpu", Spread.of(usage.cores(worker.name()::equals)), "", complaints);
    score.add("C13/memory", Spread.of(worker.residentMb()), "", complaints);
    score.add(
        "C14/writes",
        Spread.of((double) operations.writes() / charges),
        "commands; one insert takes in a whole batch",
        complaints);
    score.add("C14/reads", Spread.of((double) operations.reads() / charges), "", complaints);
    score.remark("at 100 charges/s: %s".formatted( usage.shares()));
  }
}
