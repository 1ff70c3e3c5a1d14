package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.baseline.ceiling.Ceiling;
import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Stripe;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.load.Webhooks;
import dev.offsession.benchmarks.measure.Cpu;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.localstack.stack.Addresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processor time for one unit of work, subject and baseline in turns of so many units each. */
public final class WorkPerUnit {
  private static final int TURNS = 5;
  private static final Plan WARM_UP = new Plan(true, 1);
  private static final Duration WEBHOOK_TURN = Duration.ofSeconds(3);

  /**
   * Until the compilers are done. Before that the work for a webhook falls from turn to turn, the
   * ceiling's sooner than ours, and their ratio says how cold both are.
   */
  private static final Duration WEBHOOK_WARM_UP = Duration.ofSeconds(30);

  private static final int CHARGES = 1_500;
  private static final int CHARGES_WARM_UP = 16_000;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Bed bed;
  private final Score score;

  /** On running parts. */
  public WorkPerUnit(Bed bed, Score score) {
    this.bed = bed;
    this.score = score;
  }

  /** webhook-ingest's work for a webhook against the ceiling's. */
  public Spread webhookAgainstCeiling() {
    score.say("Webhooks: webhook-ingest and the ceiling in turns");
    bed.topics().create(Ceiling.TOPIC, 12);
    Webhooks webhooks = new Webhooks(Addresses.WEBHOOK_PATH, bed.keys().webhookSecret());
    try (WebhookTarget subject = IngestBench.subject(bed, webhooks);
        WebhookTarget ceiling = IngestBench.ceiling(bed, webhooks)) {
      subject.most(WEBHOOK_WARM_UP);
      ceiling.most(WEBHOOK_WARM_UP.dividedBy(2));
      subject.most(WEBHOOK_WARM_UP.dividedBy(2)); // Its compilers have begun again meanwhile.
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < TURNS; i++) {
        WebhookTurn ours = exact(subject.most(WEBHOOK_TURN));
        WebhookTurn bare = exact(ceiling.most(WEBHOOK_TURN));
        ratios.add(ours.cpuMicros() / bare.cpuMicros());
        tell(ours.cpuMicros(), bare.cpuMicros());
      }
      return Spread.of(ratios);
    }
  }

  private void tell(double micros, double baseline) {
    score.say("  %.0f us against %.0f".formatted(micros, baseline));
  }

  private static WebhookTurn exact(WebhookTurn turn) {
    if (!turn.complaints().isEmpty()) {
      throw new IllegalStateException("The ledger is not exact: " + turn.complaints());
    }
    return turn;
  }

  /** charge-worker's work for a charge against that of the naive worker, which has no store. */
  public Spread chargeAgainstNaive() {
    score.say("Charges: charge-worker and the naive worker in turns");
    bed.topics().create(NaivePair.TWELVE.topic(), 12);
    Stripe second = bed.startSecondStripe();
    second.reset(Customers.COUNT);
    try (Shop shop = Shop.open(bed, WARM_UP);
        Running ours = shop.startWorker(Profile.UNLIMITED, Map.of());
        Running naive = NaivePair.worker(shop, NaivePair.TWELVE.topic(), 12)) {
      shop.warm(Route.ALL_PARTITIONS, CHARGES_WARM_UP);
      shop.warm(NaivePair.TWELVE, CHARGES_WARM_UP);
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < TURNS; i++) {
        double work = cpuFor(shop, ours, Route.ALL_PARTITIONS);
        double bare = cpuFor(shop, naive, NaivePair.TWELVE);
        ratios.add(work / bare);
        tell(work, bare);
      }
      return Spread.of(ratios);
    }
  }

  private static double cpuFor(Shop shop, Running program, Route route) {
    Batch batch = shop.batch("work", CHARGES);
    Duration before = Cpu.of(program.handle());
    shop.merchant().publish(batch, route);
    if (!batch.awaitPaid(CHARGES, LIMIT)) {
      throw new IllegalStateException(batch.paidCount() + " of " + CHARGES + " charged");
    }
    return Cpu.of(program.handle()).minus(before).toNanos() / 1e3 / CHARGES;
  }
}
