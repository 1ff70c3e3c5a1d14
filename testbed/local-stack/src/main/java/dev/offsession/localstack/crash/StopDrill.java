package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.ChildProcess;
import java.time.Duration;

/** SIGTERM in the middle of the work. */
record StopDrill(Service service) implements Drill {
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
  private static final int CHARGES = 40;

  @Override
  public String name() {
    return service.partName() + "-sigterm";
  }

  @Override
  public String promise() {
    return "SIGTERM ends it within " + STOP_LIMIT.toSeconds() + " s, the other goes on";
  }

  @Override
  public Outcome play(Stage stage) {
    Findings findings = new Findings();
    stage.fleet().awaitAll();
    Crew crew = stage.fleet().crew(service);
    Batch batch = Batch.ofPaid(name() + "-" + System.currentTimeMillis(), CHARGES);
    batch.firstWave(stage.upstream());
    ChildProcess stopped = crew.processes().getFirst();
    stopped.handle().destroy();
    Duration took = findings.await(() -> !stopped.isAlive(), "it did not stop");
    findings.check(
        took.compareTo(STOP_LIMIT) <= 0,
        "it took %.1f s to stop".formatted(Findings.seconds(took)));
    Duration ended = findings.awaitEnd(stage, batch);
    findings.saw(
        "stopped in %.1f s, the last of %d charges ended %.1f s later"
            .formatted(Findings.seconds(took), CHARGES, Findings.seconds(ended)));
    findings.check(
        ended.compareTo(stage.settings().recoveryLimit("")) <= 0,
        "the rest took longer than a lease and 5 s");
    return findings.outcome();
  }
}
