package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Health;
import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.ChildProcess;
import java.time.Duration;
import java.util.List;

/**
 * All charge-workers start while a part is away. One that gives up is started again, as an
 * orchestrator would.
 *
 * @param part short name
 * @param title name in a sentence
 */
record AwayAtStartDrill(String part, String title, Away away) implements Drill {
  private static final Duration OUTAGE = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofSeconds(1);
  private static final int CHARGES = 4;

  @Override
  public String name() {
    return part + "-away-at-start";
  }

  @Override
  public String promise() {
    return "charge-worker starts while " + title + " is away: nothing lost, recovers alone";
  }

  @Override
  public Outcome play(Stage stage) {
    Findings findings = new Findings();
    stage.fleet().awaitAll();
    Crew workers = stage.fleet().crew(Service.CHARGE_WORKER);
    Batch batch = Batch.ofPaid(name() + "-" + System.currentTimeMillis(), CHARGES);
    workers.processes().forEach(ChildProcess::close);
    batch.firstWave(stage.upstream());
    away.from(stage);
    try {
      findings.saw("%d further starts".formatted(startsDuringTheOutage(workers)));
      healthOf(workers, findings);
    } finally {
      away.backTo(stage);
    }
    workers.awaitAll();
    findings.saw(
        "all ended %.1f s after they were up"
            .formatted(Findings.seconds(findings.awaitEnd(stage, batch))));
    return findings.outcome();
  }

  /** Who is up without the part says so; who cannot be up without it says nothing. */
  private void healthOf(Crew workers, Findings findings) {
    List<Integer> up = workers.ports().stream().filter(port -> !Health.of(port).isEmpty()).toList();
    findings.check(
        ClearHealth.blames(up, away), "the health of a charge-worker does not say what is away");
    findings.saw(
        up.isEmpty()
            ? "none was up without it"
            : "%d were up without it and say: %s"
                .formatted(up.size(), ClearHealth.reason(up.getFirst(), away)));
  }

  private static int startsDuringTheOutage(Crew workers) {
    int starts = 0;
    workers.tend();
    for (int i = 0; i < OUTAGE.toSeconds(); i++) {
      Pause.of(STEP);
      starts += Math.toIntExact(workers.processes().stream().filter(p -> !p.isAlive()).count());
      workers.tend();
    }
    return starts;
  }
}
