package dev.offsession.localstack.crash;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Plays drills, each line saying what must hold and what was seen. */
public final class DrillSuite {
  private final StackFolders folders;
  private final Addresses addresses;
  private final CrashSettings settings;
  private final PrintStream out;

  /**
   * @param settings of the stack
   */
  public DrillSuite(
      StackFolders folders, Addresses addresses, CrashSettings settings, PrintStream out) {
    this.folders = folders;
    this.addresses = addresses;
    this.settings = settings;
    this.out = out;
  }

  /** Whether all those held whose names begin like one of these. */
  public boolean play(List<String> names) {
    boolean ok = true;
    for (int brokers : List.of(1, 3)) {
      List<Drill> drills =
          Drills.all().stream()
              .filter(drill -> drill.brokers() == brokers)
              .filter(drill -> names.stream().anyMatch(drill.name()::startsWith))
              .toList();
      ok &= drills.isEmpty() || play(drills, brokers);
    }
    out.println(ok ? "\nEvery drill held." : "\nLook at the lines with [FAIL].");
    return ok;
  }

  private boolean play(List<Drill> drills, int brokers) {
    out.printf("%d drills. Starting a stack, brokers: %d ...%n", drills.size(), brokers);
    boolean ok = true;
    try (Stage stage = Stage.start(folders, addresses, settings, brokers, new FleetJars())) {
      for (Drill drill : drills) {
        long begin = System.nanoTime();
        Drill.Outcome outcome = drill.play(stage);
        ok &= outcome.holds();
        print(drill, outcome, Duration.ofNanos(System.nanoTime() - begin));
      }
    }
    return ok;
  }

  private void print(Drill drill, Drill.Outcome outcome, Duration took) {
    out.printf(
        Locale.ROOT,
        "%-6s %-24s %5.1f s | %s | %s%n",
        outcome.holds() ? "[ok]" : "[FAIL]",
        drill.name(),
        Findings.seconds(took),
        drill.promise(),
        String.join("; ", outcome.holds() ? outcome.remarks() : outcome.complaints()));
    out.flush();
  }
}
