package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.report.Curve;
import dev.offsession.benchmarks.report.Curve.Point;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Charges at the rate that Stripe permits, in one partition, whatever Stripe's latency: C1, and
 * beside it the naive worker: C2, C3. With the same worker go the lag ({@link Lag}) and lost
 * answers ({@link LostAnswers}).
 */
public final class PaceBench implements Bench {
  private static final List<Duration> LATENCIES =
      List.of(Duration.ZERO, Duration.ofMillis(300), Duration.ofMillis(1_000));

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    try (Shop shop = Shop.open(bed, plan);
        NaivePair naive = NaivePair.start(shop)) {
      Curve.Line ofDefault = atDefault(shop, naive, plan, score);
      Curve.Line ofRaised = atRaised(shop, naive, plan, score);
      score.curve(
          new Curve(
              "latency",
              "One partition: charges/s whatever Stripe's latency",
              "latency of each Stripe call, ms",
              "charges/s",
              false,
              List.of(ofDefault, ofRaised)));
    }
  }

  private static Curve.Line atDefault(Shop shop, NaivePair naive, Plan plan, Score score) {
    try (Running worker = shop.startWorker(Profile.DEFAULT, Map.of())) {
      PaceCell cell = new PaceCell(shop, worker, naive, Profile.DEFAULT, plan);
      return line(cell, points(cell, LATENCIES, score));
    }
  }

  /** What needs time to be settled is begun early, and looked at last. */
  private static Curve.Line atRaised(Shop shop, NaivePair naive, Plan plan, Score score) {
    try (Running worker = shop.startColdWorker(Profile.RAISED, Map.of())) {
      LostAnswers lost = LostAnswers.begin(shop);
      shop.warm(Profile.RAISED);
      Lag lag = new Lag(shop, plan);
      PaceCell cell = new PaceCell(shop, worker, naive, Profile.RAISED, plan);
      List<Point> points = points(cell, LATENCIES.subList(0, 1), score);
      lag.measure(score);
      points.addAll(points(cell, LATENCIES.subList(1, LATENCIES.size()), score));
      lag.finish(score);
      lost.end(score);
      return line(cell, points);
    }
  }

  private static List<Point> points(PaceCell cell, List<Duration> latencies, Score score) {
    List<Point> points = new ArrayList<>();
    for (Duration latency : latencies) {
      points.add(new Point(latency.toMillis(), cell.measure(latency, score)));
    }
    return points;
  }

  private static Curve.Line line(PaceCell cell, List<Point> points) {
    return new Curve.Line(cell.profile().permitted() + "/s permitted", points);
  }
}
