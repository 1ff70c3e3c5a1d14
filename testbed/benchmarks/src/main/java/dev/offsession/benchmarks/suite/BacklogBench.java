package dev.offsession.benchmarks.suite;

import com.mongodb.client.model.Filters;
import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Store;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Ledger;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Curve;
import dev.offsession.benchmarks.report.Curve.Point;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A growing backlog of requests at 100 charges/s: C8. The backlog is not worked off: what is left
 * of the last one is withdrawn, and the charges already taken up are finished by a second worker.
 */
public final class BacklogBench implements Bench {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Map<String, String> SHORT_LEASE =
      Map.of("OFFSESSION_CHARGING_LEASE", "12s", "OFFSESSION_STRIPE_READ_TIMEOUT", "5s");

  private record Reading(
      int backlog, double rate, double cpuMillis, double memoryMb, double reads) {}

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    List<Integer> sizes =
        plan.quick() ? List.of(1_000, 10_000, 40_000) : List.of(10_000, 100_000, 1_000_000);
    score.say("Backlogs of %s requests at 100/s".formatted(sizes));
    List<Reading> readings = new ArrayList<>();
    List<Batch> batches = new ArrayList<>();
    try (Shop shop = Shop.open(bed, plan)) {
      try (Running worker = shop.startWorker(Profile.RAISED, SHORT_LEASE)) {
        shop.freshLedger();
        for (int size : sizes) {
          batches.add(shop.batch("c8", size - batches.stream().mapToInt(Batch::size).sum()));
          readings.add(read(shop, worker, batches, size, plan, score));
        }
      }
      List<String> complaints = finish(shop, batches);
      report(readings, complaints, score);
    }
  }

  private static Reading read(
      Shop shop, Running worker, List<Batch> batches, int size, Plan plan, Score score) {
    shop.merchant().publish(batches.getLast(), Route.ALL_PARTITIONS);
    Wait.pass(plan.settle());
    try (Store store = shop.bed().store("offsession_charges")) {
      Store.Operations before = store.operations("charges");
      Usage.Reading start = shop.reading(List.of(worker));
      long from = System.nanoTime();
      Wait.pass(plan.chargeTurn());
      long to = System.nanoTime();
      Usage usage = shop.reading(List.of(worker)).since(start);
      int charges =
          Math.max(1, batches.stream().mapToInt(batch -> batch.paidBetween(from, to)).sum());
      Reading reading =
          new Reading(
              size,
              charges * 1e9 / (to - from),
              usage.microsPerUnit(worker.name()::equals, charges) / 1e3,
              worker.residentMb(),
              (double) store.operations("charges").since(before).reads() / charges);
      score.say(
          "  %,d: %.1f charges/s, %.2f ms CPU, %.0f MB, %.2f reads each"
              .formatted(size, reading.rate, reading.cpuMillis, reading.memoryMb, reading.reads));
      return reading;
    }
  }

  /** The requests that nobody has taken in are withdrawn; those taken in must all be paid. */
  private static List<String> finish(Shop shop, List<Batch> batches) {
    shop.bed().topics().empty(Topic.CHARGE_REQUESTED.topicName());
    List<String> complaints = new ArrayList<>();
    try (Running _ = Running.service(shop.worker(Profile.UNLIMITED, SHORT_LEASE));
        Store store = shop.bed().store("offsession_charges")) {
      boolean finished =
          Wait.until(
              () ->
                  store.database().getCollection("charges").find(Filters.exists("due_at")).first()
                      == null,
              LIMIT);
      if (!finished) {
        complaints.add("charges that were taken in did not come to an end");
      }
      Wait.pass(Duration.ofMillis(500));
    }
    Ledger ledger = Ledger.of(shop.stripe());
    batches.forEach(batch -> complaints.addAll(ledger.complaintsOfPart(batch)));
    return complaints;
  }

  private static void report(List<Reading> readings, List<String> complaints, Score score) {
    Reading first = readings.getFirst();
    Reading last = readings.getLast();
    String sizes = "%,d against %,d".formatted(last.backlog, first.backlog);
    score.add("C8/rate", Spread.of(last.rate / first.rate), sizes, complaints);
    score.add("C8/cpu", Spread.of(last.cpuMillis / first.cpuMillis), sizes, complaints);
    score.add(
        "C8/memory", Spread.of(100 * (last.memoryMb / first.memoryMb - 1)), sizes, complaints);
    score.add(
        "C8/reads",
        Spread.of(last.reads == first.reads ? 1 : last.reads / first.reads),
        "%.2f against %.2f".formatted(last.reads, first.reads),
        complaints);
    curve(readings, "backlog-rate", "charges/s", Reading::rate, score);
    curve(readings, "backlog-cpu", "CPU per charge, ms", Reading::cpuMillis, score);
    curve(readings, "backlog-memory", "resident memory, MB", Reading::memoryMb, score);
  }

  private static void curve(
      List<Reading> readings,
      String name,
      String label,
      ToDoubleFunction<Reading> figure,
      Score score) {
    List<Point> points =
        readings.stream().map(r -> new Point(r.backlog, figure.applyAsDouble(r))).toList();
    score.curve(
        new Curve(
            name,
            "A growing backlog: " + label,
            "requests that wait",
            label,
            true,
            List.of(new Curve.Line("100/s permitted", points))));
  }
}
