package dev.offsession.localstack.crash;

import java.time.Duration;
import java.util.List;

/** Three brokers keep three copies; one is killed in the middle of the work and comes back. */
final class LostBrokerDrill implements Drill {
  private static final int BROKERS = 3;
  private static final int LOST = 2;
  private static final int CHARGES = 20;

  @Override
  public String name() {
    return "one-broker-of-three";
  }

  @Override
  public String promise() {
    return "one of three brokers killed, two must have a write: the work goes on";
  }

  @Override
  public int brokers() {
    return BROKERS;
  }

  @Override
  public Outcome play(Stage stage) {
    Findings findings = new Findings();
    long run = System.currentTimeMillis();
    List<Batch> batches =
        List.of(
            Batch.ofPaid("before-" + run, CHARGES),
            Batch.ofPaid("without-" + run, CHARGES),
            Batch.ofPaid("after-" + run, CHARGES));
    batches.get(0).firstWave(stage.upstream());
    stage.stack().brokers().kill(LOST);
    batches.get(1).firstWave(stage.upstream());
    Duration without = findings.awaitEnd(stage, batches.get(1));
    findings.awaitEnd(stage, batches.get(0));
    stage.stack().brokers().restart(LOST);
    batches.get(2).firstWave(stage.upstream());
    Duration after = findings.awaitEnd(stage, batches.get(2));
    findings.saw(
        "%d charges with two brokers in %.1f s, %d with three again in %.1f s"
            .formatted(CHARGES, Findings.seconds(without), CHARGES, Findings.seconds(after)));
    return findings.outcome();
  }
}
