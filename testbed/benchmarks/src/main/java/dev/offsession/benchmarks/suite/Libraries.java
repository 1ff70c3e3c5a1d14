package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.baseline.asyncacks.AsyncAcksWorker;
import dev.offsession.benchmarks.baseline.parallelconsumer.ParallelConsumerWorker;
import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Stripe;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Ledger;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Against the two libraries that keep many records under way: C4. Each keeps 200 charges under way
 * at 300 ms a call, which makes 333/s at the very most; the libraries keep no store.
 */
final class Libraries {
  /** Charges that each keeps under way. */
  static final int WINDOW = 200;

  private static final Route ASYNC = new Route("bench-async-acks", false);
  private static final Route PARALLEL = new Route("bench-parallel", false);

  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int ENOUGH = 400;

  /** What a library's worker does per second while it is still cold. */
  private static final int WARM_UP_PER_SECOND = 300;

  private static final double PEER_CPU_MILLIS = 26;
  private static final Set<String> OURS = Set.of("charge-worker", "store", "broker");

  /** One of the three, with the topic that it reads and the Stripe that it calls. */
  private record Racer(String name, Route route, Stripe stripe, Running program) {}

  /** What a racer did, turn by turn. */
  private record Track(
      List<Double> rates, List<String> complaints, List<Usage> usages, List<Integer> charges) {
    static Track empty() {
      return new Track(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  private final Shop shop;
  private final Running ours;

  /**
   * @param ours charge-worker without limits
   */
  Libraries(Shop shop, Running ours) {
    this.shop = shop;
    this.ours = ours;
  }

  /** Starts the two beside charge-worker and lets them charge in turns. */
  void race(Plan plan, Score score) {
    score.say(
        "Charges at %d ms a call, %d under way, beside two libraries"
            .formatted(LATENCY.toMillis(), WINDOW));
    Stripe first = shop.stripe();
    Stripe second = shop.bed().startSecondStripe();
    second.reset(Customers.COUNT);
    try (Running async = library(ASYNC, AsyncAcksWorker.class);
        Running parallel = library(PARALLEL, ParallelConsumerWorker.class)) {
      shop.warm(ASYNC, plan.warmUpCharges(WARM_UP_PER_SECOND));
      shop.warm(PARALLEL, plan.warmUpCharges(WARM_UP_PER_SECOND));
      List<Racer> racers =
          List.of(
              new Racer("charge-worker", Route.ALL_PARTITIONS, first, ours),
              new Racer("async-acks", ASYNC, second, async),
              new Racer("parallel-consumer", PARALLEL, second, parallel));
      race(racers, plan, score);
    }
  }

  private Running library(Route route, Class<?> main) {
    String topic = route.topic();
    shop.bed().topics().create(topic, 12);
    return Running.worker(Baseline.worker(shop.bed(), topic, main, topic, 1, WINDOW));
  }

  private void race(List<Racer> racers, Plan plan, Score score) {
    Map<String, Track> tracks = new LinkedHashMap<>();
    for (int i = 0; i < plan.sideRounds(); i++) {
      for (Racer racer : racers) {
        turn(racer, plan, tracks.computeIfAbsent(racer.name, _ -> Track.empty()));
      }
    }
    tracks.forEach((name, track) ->
        score.say(
            "  %s: %s charges/s, %.2f ms CPU each"
                .formatted(
                    name,
                    track.rates.stream().map("%.0f"::formatted).toList(),
                    cpuMillis(track, Set.of(programName(racers, name))))));
    Track ours = tracks.getOrDefault("charge-worker", Track.empty());
    for (Racer racer : racers.subList(1, racers.size())) {
      Track theirs = tracks.getOrDefault(racer.name, Track.empty());
      List<String> complaints = new ArrayList<>(ours.complaints);
      complaints.addAll(theirs.complaints);
      score.add("C4/" + racer.name, ratio(ours, theirs), "", complaints);
    }
    double cpu = cpuMillis(ours, OURS);
    score.add(
        "P2/300ms", Spread.of(cpu / PEER_CPU_MILLIS), "%.2f ms".formatted(cpu), ours.complaints);
  }

  private static String programName(List<Racer> racers, String name) {
    return racers.stream()
        .filter(racer -> racer.name.equals(name))
        .findFirst()
        .orElseThrow()
        .program
        .name();
  }

  private static Spread ratio(Track ours, Track theirs) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.rates.size(); i++) {
      ratios.add(ours.rates.get(i) / theirs.rates.get(i));
    }
    return Spread.of(ratios);
  }

  private static double cpuMillis(Track track, Set<String> names) {
    double micros = 0;
    for (int i = 0; i < track.usages.size(); i++) {
      micros += track.usages.get(i).microsPerUnit(names::contains, track.charges.get(i));
    }
    return micros / 1e3 / track.usages.size();
  }

  private void turn(Racer racer, Plan plan, Track track) {
    racer.stripe.reset(Customers.COUNT);
    racer.stripe.latency(LATENCY);
    Batch batch =
        shop.batch(
            "c4", Math.toIntExact(ENOUGH * plan.chargeTurn().plus(plan.settle()).toSeconds()));
    shop.merchant().publish(batch, racer.route);
    batch.awaitPaid(1, LIMIT);
    Wait.pass(plan.settle());
    Usage.Reading start = shop.reading(List.of(racer.program));
    long from = System.nanoTime();
    Wait.pass(plan.chargeTurn());
    long to = System.nanoTime();
    track.usages.add(shop.reading(List.of(racer.program)).since(start));
    int charges = batch.paidBetween(from, to);
    track.charges.add(Math.max(1, charges));
    track.rates.add(charges * 1e9 / (to - from));
    racer.stripe.calm();
    batch.awaitPaid(batch.size(), LIMIT);
    track.complaints.addAll(Ledger.of(racer.stripe).complaints(List.of(batch), shop.watch()));
    shop.watch().forget(batch);
  }
}
