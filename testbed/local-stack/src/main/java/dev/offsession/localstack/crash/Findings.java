package dev.offsession.localstack.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What a drill sees, as it sees it. */
final class Findings {
  private static final Duration LOST_AFTER = Duration.ofSeconds(90);

  private final List<String> remarks = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  /** A figure. */
  void saw(String remark) {
    remarks.add(remark);
  }

  void check(boolean holds, String otherwise) {
    if (!holds) {
      complaints.add(otherwise);
    }
  }

  /** Waits for it, and returns how long that took. */
  Duration await(BooleanSupplier condition, String otherwise) {
    long begin = System.nanoTime();
    check(
        Pause.until(condition, LOST_AFTER),
        "%s within %d s".formatted(otherwise, LOST_AFTER.toSeconds()));
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  /** Waits for the end of every charge of the batch, and compares the books. */
  Duration awaitEnd(Stage stage, Batch batch) {
    Duration took = await(() -> stage.judge().ended(batch), "not every charge ended");
    complaints.addAll(stage.judge().complaints(batch));
    return took;
  }

  Drill.Outcome outcome() {
    return new Drill.Outcome(List.copyOf(remarks), List.copyOf(complaints));
  }

  static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}
