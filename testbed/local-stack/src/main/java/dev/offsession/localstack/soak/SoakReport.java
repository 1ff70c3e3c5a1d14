package dev.offsession.localstack.soak;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A line every few seconds, and the sums at the end. */
final class SoakReport {
  private static final long MB = 1L << 20;
  private static final double KB_PER_MB = 1_024.0;

  private final PrintStream out;
  private final SoakPlan plan;
  private final long begin = System.nanoTime();

  SoakReport(PrintStream out, SoakPlan plan) {
    this.out = out;
    this.plan = plan;
  }

  void begins() {
    out.printf(
        Locale.ROOT,
        "Soak: %d charges at %d/s for %s, a process killed every %d s, seed %d. Starting a stack"
            + " with two of each service ...%n",
        plan.charges(),
        plan.rate(),
        minutes(plan.length()),
        plan.killEvery().toSeconds(),
        plan.seed());
  }

  void up(Duration start) {
    out.printf(Locale.ROOT, "All up after %.0f s; %s.%n", seconds(start), load());
  }

  void progress(String phase, Book book, Load load, Killer killer, long simulatorPid) {
    out.printf(
        Locale.ROOT,
        "%s %-8s asked %6d  ended %6d  longest wait %6.1f s  behind %5.1f s  kills %3d | harness"
            + " %4d MB, simulator %4.0f MB | %s%n",
        minutes(Duration.ofNanos(System.nanoTime() - begin)),
        phase,
        book.asked(),
        book.ended(),
        seconds(book.longestWait()),
        seconds(load.behind()),
        killer.count(),
        heapMb(),
        residentMb(simulatorPid),
        load());
  }

  private static long heapMb() {
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MB;
  }

  /** Linux tells; elsewhere it is not known. */
  private static double residentMb(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KB_PER_MB)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static String load() {
    double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "load average %.1f", average);
  }

  void stuck(Duration limit) {
    say("No charge ended for " + minutes(limit) + " although some wait: that is no slowness.");
  }

  void judging() {
    say("Comparing ledger, store and events of every charge ...");
  }

  /** The table. */
  void ends(Book book, Verdict verdict, Killer killer, Map<String, Integer> faults, int refused) {
    int[] times = book.timesMillis();
    out.printf(
        Locale.ROOT,
        """

        charges asked for          %8d   not taken by the broker: %d
        ended                      %8d
        to be paid                 %8d   EUR %.2f
        paid by the ledger         %8d   EUR %.2f
        charged more than due      %8d
        not charged                %8d
        charged without request    %8d
        store differs              %8d
        events differ              %8d   one final event, 1 to n without a gap, one prompt at most
        Stripe's word missing      %8d
        killed                     %8d   %s; nobody served to be killed: %d
        faults of Stripe           %8d   %s
        from request to end (good cards, kills included): median %.1f s, 99 %% %.1f s, all %.1f s
        ended at %s
        """,
        book.asked(),
        refused,
        book.ended(),
        verdict.wanted,
        verdict.wantedMinor / 100.0,
        verdict.paid,
        verdict.paidMinor / 100.0,
        verdict.chargedTwice,
        verdict.notCharged,
        verdict.strangers,
        verdict.storeDiffers,
        verdict.eventsDiffer,
        verdict.webhooksMissing,
        killer.count(),
        text(killer.kills()),
        killer.missed(),
        faults.values().stream().mapToInt(Integer::intValue).sum(),
        text(faults),
        percentile(times, 0.5),
        percentile(times, 0.99),
        percentile(times, 1),
        Instant.now());
    verdict.complaints().forEach(complaint -> say("[FAIL] " + complaint));
    say(
        verdict.isExact()
            ? "EXACT: ledger = store = events."
            : "NOT EXACT: " + verdict.wrong() + " complaints.");
  }

  private static double percentile(int[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1_000.0;
  }

  private static String text(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String minutes(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1_000.0;
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }
}
