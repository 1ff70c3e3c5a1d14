package dev.offsession.charging.paysim;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Says how far it is: a line that is redrawn on a terminal, a new line now and then elsewhere. */
final class Progress {
  private static final long REDRAW_NANOS = Duration.ofMillis(500).toNanos();
  private static final long LINE_NANOS = Duration.ofSeconds(15).toNanos();

  private final PrintStream out;
  private final long seeds;
  private final boolean terminal =
      Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  private final long start = System.nanoTime();
  private long last = start;

  Progress(PrintStream out, long seeds) {
    this.out = out;
    this.seeds = seeds;
  }

  synchronized void after(Tally tally) {
    long now = System.nanoTime();
    if (now - last < (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      return;
    }
    last = now;
    String line =
        String.format(
            Locale.ROOT,
            "  %,d of %,d seeds, %,.0f/s, %d violations",
            tally.seeds(),
            seeds,
            tally.seeds() / seconds(),
            tally.violated());
    if (terminal) {
      out.print("\r" + line + "   ");
      out.flush();
    } else {
      out.println(line);
    }
  }

  void end() {
    if (terminal) {
      out.print("\r" + " ".repeat(70) + "\r");
    }
  }

  void summary(Tally tally) {
    double seconds = seconds();
    out.printf(
        Locale.ROOT,
        "%,d seeds in %.1f s: %,.0f seeds/s, %,d steps%n",
        tally.seeds(),
        seconds,
        tally.seeds() / seconds,
        tally.steps());
    out.printf(
        Locale.ROOT,
        "%,.1f years of charging simulated, %,.0f times real time%n",
        tally.simulated().toHours() / 24.0 / 365.25,
        tally.simulated().toSeconds() / seconds);
    out.println("ends: " + tally.ends());
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
