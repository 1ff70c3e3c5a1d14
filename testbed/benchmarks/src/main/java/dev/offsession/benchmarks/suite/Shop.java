package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Customers;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.Store;
import dev.offsession.benchmarks.bed.Stripe;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Ledger;
import dev.offsession.benchmarks.load.Merchant;
import dev.offsession.benchmarks.load.Watch;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.JavaProgram;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A merchant with customers at a simulated Stripe, and whoever charges them. */
final class Shop implements AutoCloseable {
  private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(3);

  private final Bed bed;
  private final Plan plan;
  private final Stripe stripe;
  private final Merchant merchant;
  private final Watch watch;

  private Shop(Bed bed, Plan plan) {
    this.bed = bed;
    this.plan = plan;
    this.stripe = bed.stripe();
    bed.topics().create(Watch.BASELINE_RESULTS, 12);
    this.watch = new Watch(bed.addresses().kafka(), bed.addresses().registry());
    this.merchant = new Merchant(bed.addresses().kafka(), bed.addresses().registry());
  }

  /** With customers whose cards are good, and a ledger without a charge. */
  static Shop open(Bed bed, Plan plan) {
    Shop shop = new Shop(bed, plan);
    shop.stripe.reset(Customers.COUNT);
    shop.merchant.introduceCustomers(Customers.COUNT);
    return shop;
  }

  Bed bed() {
    return bed;
  }

  Stripe stripe() {
    return stripe;
  }

  Merchant merchant() {
    return merchant;
  }

  Watch watch() {
    return watch;
  }

  /** A batch whose ends are watched. */
  Batch batch(String what, int size) {
    return watch.follow(new Batch(what, size));
  }

  /** charge-worker for a profile. */
  JavaProgram worker(Profile profile, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("OFFSESSION_CHARGING_STRIPE_ACCOUNT_RATE", Integer.toString(profile.account()));
    settings.put("OFFSESSION_CHARGING_STRIPE_ENDPOINT_RATE", Integer.toString(profile.endpoint()));
    settings.put("OFFSESSION_CHARGING_UNKNOWN_CUSTOMER_GRACE", "30s");
    settings.putAll(more);
    return bed.service(Service.CHARGE_WORKER).withEnvironment(settings);
  }

  /** Starts charge-worker and lets it charge some, so that it has joined and is warm. */
  Running startWorker(Profile profile, Map<String, String> more) {
    Running worker = startColdWorker(profile, more);
    warm(profile);
    return worker;
  }

  /** Starts charge-worker, which has not charged anybody yet. */
  Running startColdWorker(Profile profile, Map<String, String> more) {
    forgetThoseBefore();
    stripe.calm();
    stripe.quotas(profile.account(), profile.endpoint());
    Running worker = Running.service(worker(profile, more));
    awaitCustomersKnown();
    return worker;
  }

  /** Lets charge-worker charge as many as the plan has before the first that count. */
  void warm(Profile profile) {
    warm(Merchant.Route.ALL_PARTITIONS, plan.warmUpCharges(profile.permitted()));
  }

  /** For some seconds a killed charge-worker still has its share of the pace. */
  void forgetThoseBefore() {
    try (Store store = bed.store("offsession_charges")) {
      store.database().getCollection("stripe_pace").drop();
    }
  }

  /** The news of the customers comes by a topic of its own, which charge requests may overtake. */
  void awaitCustomersKnown() {
    try (Store store = bed.store("offsession_charges")) {
      var known = store.database().getCollection("customer_payment_methods");
      if (!Wait.until(() -> known.countDocuments() >= Customers.COUNT, WARM_UP_LIMIT)) {
        throw new IllegalStateException("charge-worker does not know its customers");
      }
    }
  }

  /** Charges so many without latency. */
  void warm(Merchant.Route route, int count) {
    Batch batch = batch("warm", count);
    merchant.publish(batch, route);
    if (!batch.awaitPaid(count, WARM_UP_LIMIT)) {
      throw new IllegalStateException(
          "only "
              + batch.paidCount()
              + " of "
              + count
              + " charged within "
              + WARM_UP_LIMIT
              + ", "
              + batch.otherEndsCount()
              + " ended otherwise");
    }
  }

  /** Processor time of the parts, of these programs, and of this JVM. */
  Usage.Reading reading(List<Running> programs) {
    Map<String, ProcessHandle> all = new LinkedHashMap<>(bed.processes());
    programs.forEach(program -> all.put(program.name(), program.handle()));
    all.put("load generator", ProcessHandle.current());
    return Usage.Reading.of(all);
  }

  /** What the ledger says against batches that are all to be paid. */
  List<String> complaints(List<Batch> batches) {
    List<String> complaints = Ledger.of(stripe).complaints(batches, watch);
    batches.forEach(watch::forget);
    return complaints;
  }

  /** Forgets all charges at Stripe; the customers stay. */
  void freshLedger() {
    stripe.reset(Customers.COUNT);
  }

  @Override
  public void close() {
    merchant.close();
    watch.close();
  }
}
