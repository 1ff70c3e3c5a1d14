package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Health;
import dev.offsession.localstack.stack.Service;
import java.time.Duration;

/**
 * A part is away for a while in the middle of the work, and comes back.
 *
 * @param part short name
 * @param title name in a sentence
 */
record AwayDrill(String part, String title, Away away) implements Drill {
  private static final Duration OUTAGE = Duration.ofSeconds(15);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int CHARGES = 10;
  private static final double BUSY = 0.5;

  @Override
  public String name() {
    return part + "-away";
  }

  @Override
  public String promise() {
    return title
        + " is away for "
        + OUTAGE.toSeconds()
        + " s: nothing lost, no busy loop, clear health";
  }

  @Override
  public Outcome play(Stage stage) {
    Findings findings = new Findings();
    stage.fleet().awaitAll();
    Batch batch = Batch.ofPaid(name() + "-" + System.currentTimeMillis(), CHARGES);
    batch.firstWave(stage.upstream());
    away.from(stage);
    try {
      outage(stage, findings);
    } finally {
      away.backTo(stage);
    }
    Duration took = findings.awaitEnd(stage, batch);
    findings.saw("all ended %.1f s after it came back".formatted(Findings.seconds(took)));
    Crew workers = stage.fleet().crew(Service.CHARGE_WORKER);
    findings.await(
        () -> workers.ports().stream().allMatch(Health::serves), "a charge-worker is not healthy");
    return findings.outcome();
  }

  private void outage(Stage stage, Findings findings) {
    Crew workers = stage.fleet().crew(Service.CHARGE_WORKER);
    Duration before = workers.cpu();
    long begin = System.nanoTime();
    boolean told = Pause.until(() -> ClearHealth.blames(workers.ports(), away), OUTAGE, LOOK_EVERY);
    Duration until = Duration.ofNanos(System.nanoTime() - begin);
    Pause.of(OUTAGE.minus(until).isNegative() ? Duration.ZERO : OUTAGE.minus(until));
    double busy = Findings.seconds(workers.cpu().minus(before)) / OUTAGE.toSeconds();
    findings.saw("%.2f cores used meanwhile".formatted(busy));
    findings.saw(
        "after %.1f s the health says: %s"
            .formatted(
                Findings.seconds(until), ClearHealth.reason(workers.ports().getFirst(), away)));
    findings.check(told, "the health of a charge-worker does not say that " + title + " is away");
    findings.check(busy < BUSY, "%.2f cores were busy while nothing could be done".formatted(busy));
    findings.check(
        workers.processes().stream().allMatch(process -> process.isAlive()),
        "a charge-worker died");
  }
}
