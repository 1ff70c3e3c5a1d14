package dev.offsession.localstack.crash;

import dev.offsession.localstack.client.SimulatorControl;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;

/** Somebody sets the group back to the beginning of {@code charge-requested}. */
final class ReplayDrill implements Drill {
  private static final String GROUP = "charge-worker";
  private static final int CHARGES = 40;

  /** Kafka forgets a killed reader only then. */
  private static final Duration SESSION = Duration.ofSeconds(5);

  @Override
  public String name() {
    return "topic-replayed";
  }

  @Override
  public String promise() {
    return "charge-requested read again from offset 0: no new charge";
  }

  @Override
  public Outcome play(Stage stage) {
    Findings findings = new Findings();
    stage.fleet().awaitAll();
    Addresses addresses = stage.stack().addresses();
    Batch batch = Batch.ofPaid(name() + "-" + System.currentTimeMillis(), CHARGES);
    batch.firstWave(stage.upstream());
    findings.awaitEnd(stage, batch);
    SimulatorControl stripe = new SimulatorControl(addresses);
    int before = stripe.ledger().path("charges").size();
    Crew workers = stage.fleet().crew(Service.CHARGE_WORKER);
    workers.processes().forEach(ChildProcess::close);
    Pause.of(SESSION);
    try (ReaderGroup group = new ReaderGroup(addresses, GROUP, Topic.CHARGE_REQUESTED)) {
      group.setBack();
      workers.awaitAll();
      findings.await(() -> group.lag() == 0, "not everything was read again");
      findings.saw("%d records read again".formatted(group.records()));
    }
    Pause.of(stage.settings().lease());
    int after = stripe.ledger().path("charges").size();
    findings.check(after == before, "%d new charges".formatted(after - before));
    findings.awaitEnd(stage, batch);
    findings.saw("%d charges in the ledger before and after".formatted(before));
    return findings.outcome();
  }
}
