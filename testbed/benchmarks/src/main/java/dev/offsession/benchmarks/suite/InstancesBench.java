package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Curve;
import dev.offsession.benchmarks.report.Curve.Point;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Four, two and one instance: C10, C11. With latency and small windows no processor is the limit;
 * without latency what Stripe permits is. The most come first, so that all are equally warm.
 */
public final class InstancesBench implements Bench {
  private static final int WINDOW = 10;

  /**
   * Records of a poll: the intake rests while the window is full and looks again every 250 ms or
   * so, in which a window that small must not run empty.
   */
  private static final int POLL = 40;

  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String PAID = "offsession_charges_transitions_total";

  private static final List<Integer> SIZES = List.of(4, 2, 1);

  /** Who leaves says so: until the others have its share. */
  private static final Duration LEAVING = Duration.ofSeconds(4);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "OFFSESSION_CHARGING_WINDOW_SIZE", Integer.toString(WINDOW),
          "OFFSESSION_KAFKA_POLL_RECORDS_MAX", Integer.toString(POLL));

  private final Deque<Running> crew = new ArrayDeque<>();

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("Instances: %s, with %d charges under way in each".formatted(SIZES, WINDOW));
    try (Shop shop = Shop.open(bed, plan)) {
      shop.forgetThoseBefore();
      List<Point> free = new ArrayList<>();
      List<Point> limited = new ArrayList<>();
      gather(shop, plan);
      for (int size : SIZES) {
        shrink(size);
        free.addFirst(new Point(size, free(shop, size, plan, score)));
        limited.addFirst(new Point(size, limited(shop, size, plan, score)));
      }
      scaling(free, score);
      score.curve(
          new Curve(
              "instances",
              "Charges/s of several instances",
              "instances",
              "charges/s",
              false,
              List.of(
                  new Curve.Line("300 ms a call, 10 under way each", free),
                  new Curve.Line("100/s permitted", limited))));
    } finally {
      crew.parallelStream().forEach(Running::close);
    }
  }

  private void gather(Shop shop, Plan plan) {
    IntStream.rangeClosed(1, SIZES.getFirst())
        .parallel()
        .mapToObj(number ->
            Running.service(
                Running.named("charge-worker-" + number, shop.worker(Profile.RAISED, SETTINGS))))
        .toList()
        .forEach(crew::add);
    shop.awaitCustomersKnown();
    shop.stripe().calm();
    // By then they have found each other, and shared partitions and pace.
    for (int i = 0; i < plan.sideRounds(); i++) {
      shop.warm(Route.ALL_PARTITIONS, plan.warmUpCharges(Profile.RAISED.permitted()));
    }
  }

  private void shrink(int size) {
    List<Running> leaving = new ArrayList<>();
    while (crew.size() > size) {
      leaving.add(crew.removeLast());
    }
    if (!leaving.isEmpty()) {
      leaving.parallelStream().forEach(Running::close);
      Wait.pass(LEAVING);
    }
  }

  private static double free(Shop shop, int size, Plan plan, Score score) {
    shop.freshLedger();
    shop.stripe().latency(LATENCY);
    double most = size * WINDOW * 1e3 / (2 * LATENCY.toMillis());
    Batch batch =
        shop.batch("c10", (int) (most * 1.5 * plan.settle().plus(plan.chargeTurn()).toSeconds()));
    double rate = inTheMiddle(shop, batch, plan);
    List<String> complaints = finish(shop, batch);
    score.say("  %d at 300 ms: %.1f/s%s".formatted(size, rate, complaints));
    if (!complaints.isEmpty()) {
      score.remark("C10 with %d instances: %s".formatted(size, complaints));
    }
    return complaints.isEmpty() ? rate : Double.NaN;
  }

  private double limited(Shop shop, int size, Plan plan, Score score) {
    shop.freshLedger();
    shop.stripe().quotas(Profile.RAISED.account(), Profile.RAISED.endpoint());
    shop.stripe().calm();
    int permitted = Profile.RAISED.permitted();
    Batch batch =
        shop.batch(
            "c10-limited",
            (int) (permitted * 1.2 * plan.settle().plus(plan.chargeTurn()).toSeconds()));
    List<Double> before = paidByEach();
    double rate = inTheMiddle(shop, batch, plan);
    List<Double> after = paidByEach();
    double refused = shop.stripe().refusedPercent();
    List<String> complaints = finish(shop, batch);
    if (size > 1) {
      score.add(
          "C10/%d/limited".formatted(size),
          Spread.of(rate / permitted),
          "%.1f/s".formatted(rate),
          complaints);
      score.add("C10/429/" + size, Spread.of(refused), "", complaints);
      score.add("C11/" + size, Spread.of(fairness(before, after)), "", complaints);
    }
    return rate;
  }

  private static double inTheMiddle(Shop shop, Batch batch, Plan plan) {
    shop.merchant().publish(batch, Route.ALL_PARTITIONS);
    batch.awaitPaid(1, LIMIT);
    Wait.pass(plan.settle());
    long from = System.nanoTime();
    Wait.pass(plan.chargeTurn());
    return batch.rateBetween(from, System.nanoTime());
  }

  private static List<String> finish(Shop shop, Batch batch) {
    shop.stripe().calm();
    batch.awaitPaid(batch.size(), LIMIT);
    return shop.complaints(List.of(batch));
  }

  private List<Double> paidByEach() {
    return crew.stream().map(one -> one.meter(PAID, "to=\"succeeded\"")).toList();
  }

  private static double fairness(List<Double> before, List<Double> after) {
    List<Double> each =
        IntStream.range(0, after.size()).mapToObj(i -> after.get(i) - before.get(i)).toList();
    Spread spread = Spread.of(each);
    return spread.max() / spread.min();
  }

  private static void scaling(List<Point> free, Score score) {
    double one = free.getFirst().y();
    free.stream()
        .skip(1)
        .forEach(point ->
            score.add(
                "C10/%.0f".formatted(point.x()),
                point.y() / one,
                "%.1f/s against %.1f/s".formatted(point.y(), one)));
  }
}
