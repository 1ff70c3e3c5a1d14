package dev.offsession.localstack.crash;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.runtime.Action;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Starts a stack, plays every point with every action so often, and tells how it went. */
public final class CrashSuite {
  private final StackFolders folders;
  private final Addresses addresses;
  private final CrashSettings settings;
  private final CrashReport report;

  /**
   * @param lease of the services that may die
   */
  public CrashSuite(StackFolders folders, Addresses addresses, Duration lease, PrintStream out) {
    this.folders = folders;
    this.addresses = addresses;
    this.settings = new CrashSettings(lease, folders.run().resolve("traps"));
    this.report = new CrashReport(out, settings);
  }

  /** Whether everything held. */
  public boolean play(List<Failpoint> points, List<Action> actions, int repeats) {
    report.begins(points.size(), actions, repeats);
    try (Stage stage = Stage.start(folders, addresses, settings, 1)) {
      CrashRun run = new CrashRun(stage);
      run.warmUp();
      report.up(stage.stack().times().total());
      for (int repeat = 1; repeat <= repeats; repeat++) {
        for (Failpoint point : points) {
          for (Action action : actions) {
            report.add(point, action, repeat, run.play(point, action));
          }
        }
      }
    }
    return report.ends(folders);
  }
}
