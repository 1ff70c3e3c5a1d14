package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.ChildProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Every process is stopped and started, one after the other, while charges keep coming. */
final class RollingRestartDrill implements Drill {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int CHARGES_EACH = 2;
  private static final int WAVES_MAX = 300;

  @Override
  public String name() {
    return "rolling-restart";
  }

  @Override
  public String promise() {
    return "every process restarted under load: each charge paid once, none late";
  }

  @Override
  public Outcome play(Stage stage) {
    Findings findings = new Findings();
    stage.fleet().awaitAll();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<List<Batch>> load = CompletableFuture.supplyAsync(() -> load(stage, done));
    int restarted = 0;
    for (Service service :
        List.of(Service.CHARGE_WORKER, Service.WEBHOOK_INGEST, Service.NOTIFIER)) {
      restarted += restartEach(stage.fleet().crew(service), findings);
    }
    done.set(true);
    List<Batch> batches = load.join();
    Duration last = Duration.ZERO;
    for (Batch batch : batches) {
      last = findings.awaitEnd(stage, batch);
    }
    findings.saw(
        "%d processes restarted, %d charges meanwhile, the last ended %.1f s after"
            .formatted(restarted, batches.size() * CHARGES_EACH, Findings.seconds(last)));
    return findings.outcome();
  }

  private static int restartEach(Crew crew, Findings findings) {
    List<ChildProcess> before = crew.processes();
    for (ChildProcess process : before) {
      process.handle().destroy();
      findings.await(() -> !process.isAlive(), "it did not stop");
      crew.awaitAll();
    }
    return before.size();
  }

  private static List<Batch> load(Stage stage, AtomicBoolean done) {
    List<Batch> batches = new ArrayList<>();
    for (int wave = 0; wave < WAVES_MAX && !done.get(); wave++) {
      Batch batch =
          Batch.ofPaid("rolling-" + System.currentTimeMillis() + "-" + wave, CHARGES_EACH);
      batch.firstWave(stage.upstream());
      batches.add(batch);
      Pause.of(PAUSE);
    }
    return batches;
  }
}
