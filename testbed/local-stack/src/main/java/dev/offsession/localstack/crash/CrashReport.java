package dev.offsession.localstack.crash;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.runtime.Action;
import dev.offsession.localstack.stack.StackFolders;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One line per run, and a sum at the end. */
final class CrashReport {
  private final PrintStream out;
  private final CrashSettings settings;
  private final Set<String> points = new HashSet<>();
  private final long begin = System.nanoTime();
  private long firstRun = begin;
  private int planned;
  private int runs;
  private int broken;
  private int notReached;
  private int tooSlow;
  private Duration slowest = Duration.ZERO;

  CrashReport(PrintStream out, CrashSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  void begins(int pointCount, List<Action> actions, int repeats, int lanes) {
    planned = pointCount * actions.size() * repeats;
    out.printf(
        Locale.ROOT,
        "%d failpoints x %s x %d = %d runs in %d lanes. Starting a stack with two of each service for"
            + " each lane ...%n",
        pointCount,
        names(actions),
        repeats,
        planned,
        lanes);
  }

  void up() {
    firstRun = System.nanoTime();
    out.printf(
        Locale.ROOT,
        "All up after %.0f s. A run holds if the ledger, the store and the events agree, and if it"
            + " recovered in %s (notifier: %s).%n",
        seconds(Duration.ofNanos(firstRun - begin)),
        text(settings.recoveryLimit("")),
        text(settings.recoveryLimit("notifier")));
  }

  synchronized void add(Failpoint point, Action action, int repeat, Verdict verdict) {
    runs++;
    points.add(point.name());
    broken += verdict.complaints().isEmpty() ? 0 : 1;
    notReached += verdict.reached() ? 0 : 1;
    Duration recoveryLimit = settings.recoveryLimit(point.service(), action);
    boolean slow = verdict.recovery().compareTo(recoveryLimit) > 0;
    tooSlow += slow ? 1 : 0;
    slowest = slowest.compareTo(verdict.recovery()) > 0 ? slowest : verdict.recovery();
    out.printf(
        Locale.ROOT,
        "%-6s %4d/%d  %-38s %-9s #%-2d | recovered in %5s | run %5s | %s%n",
        verdict.holds(recoveryLimit) ? "[ok]" : "[FAIL]",
        runs,
        planned,
        point.name(),
        action.name().toLowerCase(Locale.ROOT),
        repeat,
        text(verdict.recovery()),
        text(verdict.total()),
        says(verdict, slow));
    out.flush();
  }

  private static String says(Verdict verdict, boolean slow) {
    if (!verdict.complaints().isEmpty()) {
      return String.join("; ", verdict.complaints());
    }
    if (!verdict.reached()) {
      return "the point was never met";
    }
    return "ledger = store = events" + (slow ? ", but too late" : "");
  }

  boolean ends(StackFolders folders) {
    boolean ok = broken + notReached + tooSlow == 0;
    double took = seconds(Duration.ofNanos(System.nanoTime() - firstRun));
    out.printf(
        Locale.ROOT,
        """

        failpoints       %6d
        runs             %6d   in %.0f s, %.1f s each
        books that differ%6d
        never met        %6d
        too slow         %6d   slowest recovery %s

        %s
        """,
        points.size(),
        runs,
        took,
        took / Math.max(1, runs),
        broken,
        notReached,
        tooSlow,
        text(slowest),
        ok
            ? "Nothing was charged twice, nothing was lost, each charge told its end once."
            : "Look at the lines with [FAIL]; every life of every process left its log in "
                + folders.root().relativize(folders.logs())
                + ".");
    return ok;
  }

  private static String names(List<Action> actions) {
    return String.join(
        "+", actions.stream().map(action -> action.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static String text(Duration time) {
    return String.format(Locale.ROOT, "%.1f s", seconds(time));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }
}
