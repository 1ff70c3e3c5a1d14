package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Store;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.List;

/**
 * One permitted rate at one latency after the other. The naive workers run at the same time, each
 * with a Stripe of its own: all of them wait nearly always, and disturb each other less than turns
 * would.
 */
record PaceCell(Shop shop, Running worker, NaivePair naive, Profile profile, Plan plan) {
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final long OF_THE_RESOURCES_MILLIS = 300;

  /** What one cell showed. */
  private record Seen(
      double rate, int charges, Usage usage, Store.Operations operations, double refused) {}

  /** Measures one cell; returns charges per second. */
  double measure(Duration latency, Score score) {
    String cell = profile.name() + "/" + latency.toMillis() + "ms";
    score.say("Charges in one partition, permitted/s and latency: " + cell);
    shop.stripe().quotas(profile.account(), profile.endpoint());
    shop.stripe().latency(latency);
    naive.begin(latency, plan);
    long seconds = plan.settle().plus(plan.cell()).toSeconds();
    Batch batch = shop.batch("c1", Math.toIntExact(profile.permitted() * seconds));
    Seen seen = watch(batch);
    List<String> complaints = shop.complaints(List.of(batch));
    score.add(
        "C1/" + cell,
        Spread.of(seen.rate / profile.permitted()),
        "%.1f/s".formatted(seen.rate),
        complaints);
    score.add("C1/429/" + cell, Spread.of(seen.refused), "", complaints);
    naive.end(score, profile, latency, seen.rate, complaints);
    if (profile.equals(Profile.RAISED) && latency.toMillis() == OF_THE_RESOURCES_MILLIS) {
      resources(seen, complaints, score);
    }
    return seen.rate;
  }

  private Seen watch(Batch batch) {
    try (Store store = shop.bed().store("offsession_charges")) {
      shop.merchant().publish(batch, Route.ONE_PARTITION);
      batch.awaitPaid(1, LIMIT);
      Wait.pass(plan.settle());
      Usage.Reading start = shop.reading(List.of(worker));
      Store.Operations before = store.operations("charges");
      long from = System.nanoTime();
      batch.awaitPaid(batch.size(), plan.cell().plus(LIMIT));
      Usage usage = shop.reading(List.of(worker)).since(start);
      return new Seen(
          batch.rateBetween(from, Long.MAX_VALUE),
          Math.max(1, batch.paidBetween(from, Long.MAX_VALUE)),
          usage,
          store.operations("charges").since(before),
          shop.stripe().refusedPercent());
    }
  }

  private void resources(Seen seen, List<String> complaints, Score score) {
    score.add("C13/cpu", Spread.of(seen.usage.cores(worker.name()::equals)), "", complaints);
    score.add("C13/memory", Spread.of(worker.residentMb()), "", complaints);
    score.add(
        "C14/writes",
        Spread.of((double) seen.operations.writes() / seen.charges),
        "commands; one insert takes in a whole batch",
        complaints);
    score.add(
        "C14/reads", Spread.of((double) seen.operations.reads() / seen.charges), "", complaints);
    score.remark("at 100 charges/s: " + seen.usage.shares());
  }
}
