package dev.offsession.localstack.crash;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.runtime.Action;
import dev.offsession.failpoints.runtime.Armed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Arms one failpoint, asks for a batch of charges, and looks what became of them. */
final class CrashRun {
  /** After this nobody can say that a request was only late. */
  private static final Duration LOST_AFTER = Duration.ofSeconds(40);

  /** For what comes after the last event: a commit, a closed prompt. */
  private static final Duration AFTERMATH = Duration.ofSeconds(3);

  private final Stage stage;
  private final Fleet fleet;
  private final CrashSettings settings;
  private int runs;

  /** From the failure to the end of the wave that it fell into. */
  private Duration recovery = Duration.ZERO;

  CrashRun(Stage stage) {
    this.stage = stage;
    this.fleet = stage.fleet();
    this.settings = stage.settings();
  }

  /** A batch without any failure: fresh processes are slow, and that is not what is measured. */
  void warmUp() {
    Batch batch = Batch.ofEachKind("warm-" + System.currentTimeMillis());
    stage.customers().letFundsBeShortOnce();
    waves(batch);
  }

  Verdict play(Failpoint point, Action action) {
    if (action != Action.EXCEPTION) {
      fleet.awaitAll();
    }
    runs++;
    long begin = System.currentTimeMillis();
    Batch batch = Batch.ofEachKind("crash-%d-%d".formatted(begin, runs));
    stage.customers().letFundsBeShortOnce();
    Path traps = settings.traps();
    point.armed("run-" + begin + "-" + runs, action).in(traps);
    try {
      List<String> late = waves(batch);
      Pause.until(() -> Armed.fired(traps).isPresent(), AFTERMATH);
      return verdict(batch, begin, late);
    } finally {
      Armed.disarm(traps);
      fleet.tend();
    }
  }

  private List<String> waves(Batch batch) {
    recovery = Duration.ZERO;
    List<String> late = new ArrayList<>();
    stage.customers().changeTheirMind();
    batch.firstWave(stage.upstream());
    await(() -> stage.judge().rests(batch), "the first wave did not come to rest", late);
    batch.secondWave(stage.upstream());
    await(() -> stage.judge().ended(batch), "not all of the second wave ended", late);
    return late;
  }

  /** Waits; once the work of who failed is done, whoever died is started again, beside the run. */
  private void await(BooleanSupplier done, String otherwise, List<String> late) {
    if (!Pause.until(done, LOST_AFTER)) {
      late.add("%s in %d s".formatted(otherwise, LOST_AFTER.toSeconds()));
    }
    if (recovery.isZero() && fired().isPresent()) {
      long at = fired().orElseThrow().atMillis();
      recovery = Duration.ofMillis(System.currentTimeMillis() - at);
      fleet.tend();
    }
  }

  private Optional<Armed.Fired> fired() {
    return Armed.fired(settings.traps());
  }

  private Verdict verdict(Batch batch, long begin, List<String> late) {
    List<String> complaints = new ArrayList<>(late);
    complaints.addAll(stage.judge().complaints(batch));
    Duration total = Duration.ofMillis(System.currentTimeMillis() - begin);
    return new Verdict(fired().isPresent(), recovery, total, List.copyOf(complaints));
  }
}
