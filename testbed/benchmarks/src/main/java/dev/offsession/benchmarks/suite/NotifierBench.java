package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.NeighbourStub;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.bed.SmtpSink;
import dev.offsession.benchmarks.load.Needs;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Usage;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.localstack.stack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prompts to an SMTP server that takes all at once: S4. The neighbours' answers are stubs'. */
public final class NotifierBench implements Bench {
  private static final double RATE = 200;
  private static final int ALL_AT_ONCE_SECONDS = 30;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Until the compilers rest. */
  private static final int WARM_UP = 12_000;

  private static final int WARM_UP_WHEN_QUICK = 300;

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    score.say("Prompts to an SMTP server");
    try (Needs needs = new Needs(bed.addresses().kafka(), bed.addresses().registry());
        SmtpSink mail = SmtpSink.start(needs::accepted);
        NeighbourStub neighbours = NeighbourStub.start();
        Running notifier = start(bed, mail, neighbours)) {
      needs.publish("warm", 0, plan.quick() ? WARM_UP_WHEN_QUICK : WARM_UP);
      needs.awaitAll(LIMIT);
      most(bed, notifier, needs, plan, score);
      steady(needs, plan, score);
      score.remark("notifier-service opened %d SMTP connections".formatted(mail.connections()));
    }
  }

  private static Running start(Bed bed, SmtpSink mail, NeighbourStub neighbours) {
    return Running.service(
        bed.service(Service.NOTIFIER)
            .withEnvironment(
                Map.of(
                    "OFFSESSION_SMTP_PORT", Integer.toString(mail.port()),
                    "OFFSESSION_PAYMENT_COLLECTOR_URL", neighbours.url().toString(),
                    "OFFSESSION_CHARGE_WORKER_URL", neighbours.url().toString())));
  }

  private static void most(Bed bed, Running notifier, Needs needs, Plan plan, Score score) {
    Map<String, ProcessHandle> processes = new java.util.LinkedHashMap<>(bed.processes());
    processes.put(notifier.name(), notifier.handle());
    Usage.Reading start = Usage.Reading.of(processes);
    needs.publish("most", 0, (int) (RATE * allAtOnce(plan)));
    List<String> complaints = ledger(needs);
    Usage usage = Usage.Reading.of(processes).since(start);
    score.add(
        "S4/rate",
        Spread.of(needs.acceptedPerSecond()),
        "%.2f ms CPU each"
            .formatted(usage.microsPerUnit(notifier.name()::equals, needs.count()) / 1e3),
        complaints);
  }

  /** As many as take so many seconds at the rate that is to be reached. */
  private static long allAtOnce(Plan plan) {
    return plan.quick() ? plan.chargeTurn().toSeconds() : ALL_AT_ONCE_SECONDS;
  }

  private static void steady(Needs needs, Plan plan, Score score) {
    needs.publish("steady", RATE / 2, (int) (RATE / 2 * plan.chargeTurn().toSeconds()));
    List<String> complaints = ledger(needs);
    score.add(
        "S4/p99",
        Spread.of(needs.latencies().p99() / 1e3),
        "at %.0f/s".formatted(RATE / 2),
        complaints);
  }

  private static List<String> ledger(Needs needs) {
    List<String> complaints = new ArrayList<>();
    if (!needs.awaitAll(LIMIT)) {
      complaints.add("%d of %d prompts came".formatted(needs.acceptedCount(), needs.count()));
    }
    if (needs.twice() > 0) {
      complaints.add(needs.twice() + " prompts came twice");
    }
    return complaints;
  }
}
