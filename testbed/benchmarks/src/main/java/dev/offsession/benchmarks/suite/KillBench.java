package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.baseline.asyncacks.AsyncAcksWorker;
import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Stripe;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Ledger;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.parts.process.JavaProgram;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Both are killed in the midst of work and started again: which POSTs are sent twice? */
final class KillBench {
  private static final int CHARGES = 3_000;
  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String TOPIC = "bench-async-kill";
  private static final String WINDOW = Integer.toString(Libraries.WINDOW);

  private final Shop shop;

  KillBench(Shop shop) {
    this.shop = shop;
  }

  private record Outcome(long repeats, int twice, List<String> complaints) {}

  void run(Score score) {
    score.say("  kill -9 in the midst of %d charges".formatted(CHARGES));
    JavaProgram worker =
        shop.worker(
            Profile.UNLIMITED,
            Map.of("OFFSESSION_CHARGING_LEASE", "45s", "OFFSESSION_CHARGING_WINDOW_SIZE", WINDOW));
    Outcome ours = kill(shop.bed().stripe(), Route.ALL_PARTITIONS, () -> Running.service(worker));
    shop.bed().topics().create(TOPIC, 12);
    JavaProgram async =
        Baseline.worker(shop.bed(), TOPIC, AsyncAcksWorker.class, TOPIC, 1, Libraries.WINDOW);
    Outcome theirs =
        kill(shop.bed().startSecondStripe(), new Route(TOPIC, false), () -> Running.worker(async));
    score.add("C4/killed", Spread.of(ours.twice), "", ours.complaints);
    score.add(
        "C4/repeated",
        Spread.of((double) ours.repeats / Math.max(1, theirs.repeats)),
        "%d POSTs sent again, all answered from saved answers; asyncAcks %d"
            .formatted(ours.repeats, theirs.repeats),
        ours.complaints);
  }

  private Outcome kill(Stripe stripe, Route route, Supplier<Running> program) {
    stripe.reset(Customers.COUNT);
    stripe.latency(LATENCY);
    Batch batch = shop.batch("c4-kill", CHARGES);
    shop.merchant().publish(batch, route);
    try (Running killed = program.get()) {
      batch.awaitPaid(CHARGES / 3, LIMIT);
      // asyncAcks works in waves of a poll, and a third of all is just when one has ended.
      Wait.pass(LATENCY);
      killed.kill();
    }
    try (Running _ = program.get()) {
      batch.awaitPaid(CHARGES, LIMIT);
    }
    Ledger ledger = Ledger.of(stripe);
    return new Outcome(
        stripe.replays(),
        ledger.chargedTwice(batch),
        ledger.complaints(List.of(batch), shop.watch()));
  }
}
