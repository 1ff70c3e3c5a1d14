package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.load.Batch;
import dev.offsession.benchmarks.load.Merchant.Route;
import dev.offsession.benchmarks.measure.Cpu;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The whole chain at 25 charges/s: request, charge, webhooks back, event; all four services and all
 * parts on this machine: S6, and the memory of the four: S2, P4.
 */
public final class ChainBench implements Bench {
  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final double RATE = 25;

  /** Nine JVMs on two cores, at a rate at which code gets warm slowly: watched by thread. */
  private static final Duration UNTIL_THE_COMPILERS_REST = Duration.ofSeconds(150);

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("The whole chain at %.0f charges/s".formatted(RATE));
    try (Shop shop = Shop.open(bed, plan)) {
      List<Running> services = start(shop);
      try {
        measure(shop, services, plan, score);
      } finally {
        services.forEach(Running::close);
      }
    }
  }

  /** Stripe knows where to deliver before webhook-ingest starts, since it makes the secret. */
  private static List<Running> start(Shop shop) {
    Bed bed = shop.bed();
    String secret = bed.stripe().deliverTo(bed.addresses().webhookEndpoint());
    List<Running> services = new ArrayList<>();
    for (Service service : Service.values()) {
      JavaProgram program =
          service == Service.CHARGE_WORKER
              ? shop.worker(Profile.DEFAULT, Map.of())
              : bed.service(service);
      services.add(
          Running.launch(
              program.withEnvironment(Map.of("OFFSESSION_STRIPE_WEBHOOK_SECRET", secret)),
              service.port().on(bed.addresses().base())));
    }
    services.forEach(Running::awaitReady);
    shop.awaitCustomersKnown();
    return services;
  }

  private static void measure(Shop shop, List<Running> services, Plan plan, Score score) {
    shop.stripe().latency(LATENCY);
    Duration warming = plan.quick() ? plan.warmUp() : UNTIL_THE_COMPILERS_REST;
    Batch warm = shop.batch("s6-warm", (int) (RATE * warming.toSeconds()));
    shop.merchant().publishAt(RATE, warm, Route.ALL_PARTITIONS);
    warm.awaitPaid(warm.size(), LIMIT);
    long seconds = Math.max(8, plan.cell().toSeconds() / 2);
    Batch batch = shop.batch("s6", (int) (RATE * seconds));
    long webhooks = shop.bed().topics().written(Topic.STRIPE_EVENTS.topicName());
    Usage.Reading start = shop.reading(services);
    shop.merchant().publishAt(RATE, batch, Route.ALL_PARTITIONS);
    Usage usage = shop.reading(services).since(start);
    batch.awaitPaid(batch.size(), LIMIT);
    List<String> complaints = new ArrayList<>(shop.complaints(List.of(warm, batch)));
    if (!Wait.until(() -> arrived(shop, webhooks) >= batch.size(), LIMIT)) {
      complaints.add(
          "only %d webhooks came of %d charges".formatted(arrived(shop, webhooks), batch.size()));
    }
    report(services, usage, batch, complaints, score);
  }

  private static long arrived(Shop shop, long before) {
    return shop.bed().topics().written(Topic.STRIPE_EVENTS.topicName()) - before;
  }

  private static void report(
      List<Running> services, Usage usage, Batch batch, List<String> complaints, Score score) {
    double rate = batch.rateBetween(0, Long.MAX_VALUE);
    score.add("S6/rate", Spread.of(rate / RATE), "%.1f/s".formatted(rate), complaints);
    score.add(
        "S6/machine",
        Spread.of(100 * usage.cores(name -> !name.equals("load generator")) / Cpu.cores()),
        usage.shares(),
        complaints);
    List<Double> memory = services.stream().map(Running::residentMb).toList();
    for (int i = 0; i < services.size(); i++) {
      score.add("S2/load/" + services.get(i).name(), memory.get(i), "");
    }
    score.add("S2/four", memory.stream().mapToDouble(Double::doubleValue).sum(), "");
    score.add("P4/memory", Spread.of(memory).max(), "the largest of the four");
  }
}
