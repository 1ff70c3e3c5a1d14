package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.baseline.naiveworker.NaiveWorker;
import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Stripe;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Ledger;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The naive worker twice: on one partition, and with twelve threads on twelve. Their Stripe has no
 * quotas.
 */
final class NaivePair implements AutoCloseable {
  private static final Route ONE = new Route("bench-naive-1", false);
  static final Route TWELVE = new Route("bench-naive-12", false);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CALLS = 2;

  private final Shop shop;
  private final Stripe stripe;
  private final Running one;
  private final Running twelve;
  private Batch batchOfOne;
  private Batch batchOfTwelve;
  private Duration latency = Duration.ZERO;

  private NaivePair(Shop shop, Stripe stripe, Running one, Running twelve) {
    this.shop = shop;
    this.stripe = stripe;
    this.one = one;
    this.twelve = twelve;
    this.batchOfOne = shop.batch("warm", 20);
    this.batchOfTwelve = shop.batch("warm", 200);
  }

  static NaivePair start(Shop shop) {
    Stripe stripe = shop.bed().startSecondStripe();
    stripe.reset(Customers.COUNT);
    shop.bed().topics().create(ONE.topic(), 1);
    shop.bed().topics().create(TWELVE.topic(), 12);
    NaivePair pair =
        new NaivePair(shop, stripe, worker(shop, ONE.topic(), 1), worker(shop, TWELVE.topic(), 12));
    pair.publishBoth();
    pair.batchOfOne.awaitPaid(pair.batchOfOne.size(), LIMIT);
    pair.batchOfTwelve.awaitPaid(pair.batchOfTwelve.size(), LIMIT);
    return pair;
  }

  static Running worker(Shop shop, String topic, int concurrency) {
    return Running.worker(
        Baseline.worker(shop.bed(), topic, NaiveWorker.class, topic, concurrency, 0));
  }

  private void publishBoth() {
    shop.merchant().publish(batchOfOne, ONE);
    shop.merchant().publish(batchOfTwelve, TWELVE);
  }

  /** Gives both more than they can do in the time. */
  void begin(Duration callLatency, Plan plan) {
    latency = callLatency;
    if (latency.isZero()) {
      return;
    }
    stripe.reset(Customers.COUNT);
    stripe.latency(latency);
    Duration time = plan.settle().plus(plan.cell()).multipliedBy(2);
    int most = (int) (time.dividedBy(latency.multipliedBy(CALLS)) + 2);
    batchOfOne = shop.batch("naive-1", most);
    // Customers spread unevenly over partitions, so some threads must have more than others.
    batchOfTwelve = shop.batch("naive-12", most * 12 * 2);
    publishBoth();
  }

  /** Takes their rates, and lets them work off the rest without latency. */
  void end(
      Score score, Profile profile, Duration callLatency, double rate, List<String> complaints) {
    if (callLatency.isZero()) {
      return;
    }
    long now = System.nanoTime();
    double naive = batchOfOne.rateBetween(0, now);
    double naiveOfTwelve = batchOfTwelve.rateBetween(0, now);
    stripe.calm();
    boolean rest =
        batchOfOne.awaitPaid(batchOfOne.size(), LIMIT)
            && batchOfTwelve.awaitPaid(batchOfTwelve.size(), LIMIT);
    List<String> all = new ArrayList<>(complaints);
    if (!rest) {
      all.add("the naive workers did not come to an end");
    }
    all.addAll(Ledger.of(stripe).complaints(List.of(batchOfOne, batchOfTwelve), shop.watch()));
    String cell = profile.name() + "/" + callLatency.toMillis() + "ms";
    score.add("C2/" + cell, Spread.of(rate / naive), "naive %.2f/s".formatted(naive), all);
    if (callLatency.toMillis() == 300) {
      score.add(
          "C3/" + profile.name(),
          Spread.of(rate / naiveOfTwelve),
          "naive with 12 x 12 %.1f/s".formatted(naiveOfTwelve),
          all);
    }
  }

  @Override
  public void close() {
    one.close();
    twelve.close();
  }
}
