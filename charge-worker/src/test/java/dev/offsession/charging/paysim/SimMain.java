package dev.offsession.charging.paysim;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./dev sim}: the payment simulation for anyone. Exit code 0 only if every promise held. */
final class SimMain {
  private static final long HUNT_SEEDS_MAX = 5_000;
  private static final int HUNT_TRIES = 10;
  private static final int LINES_SHOWN = 60;

  private final PrintStream out;
  private final SimArguments arguments;

  private SimMain(PrintStream out, SimArguments arguments) {
    this.out = out;
    this.arguments = arguments;
  }

  /** Runs what the arguments ask for. */
  public static void main(String[] args) {
    if (List.of(args).contains("--help")) {
      System.out.println(SimArguments.USAGE);
      System.exit(0);
    }
    Optional<SimArguments> arguments = SimArguments.parse(args);
    if (arguments.isEmpty()) {
      System.err.println(SimArguments.USAGE);
      System.exit(2);
    }
    System.exit(new SimMain(System.out, arguments.orElseThrow()).run() ? 0 : 1);
  }

  private boolean run() {
    if (arguments.isOneSeed()) {
      return one(arguments.seed());
    }
    boolean sound = many();
    return arguments.mutants() ? hunts() && sound : sound;
  }

  private boolean one(long seed) {
    Outcome outcome = Simulation.run(seed, Mutation.NONE, true);
    outcome.trace().forEach(out::println);
    out.printf(
        Locale.ROOT,
        "%nseed %d: %,d steps, %.1f days, hash %016x, ends %s%n",
        seed,
        outcome.steps(),
        outcome.virtualMillis() / 86_400_000.0,
        outcome.hash(),
        outcome.ends());
    outcome.violation().ifPresent(broken -> out.println("VIOLATION " + text(broken)));
    return outcome.violation().isEmpty();
  }

  private boolean many() {
    out.printf(
        Locale.ROOT,
        "paysim: %,d seeds from %d on %d threads%n",
        arguments.seeds(),
        arguments.seed(),
        arguments.threads());
    Progress progress = new Progress(out, arguments.seeds());
    Tally tally =
        Campaign.run(arguments.seed(), arguments.seeds(), arguments.threads(), progress::after);
    progress.end();
    progress.summary(tally);
    tally.violations().forEach(this::show);
    out.println(
        tally.violated() == 0
            ? "Every promise held in every run."
            : tally.violated() + " runs broke a promise.");
    return tally.violated() == 0;
  }

  private void show(Outcome broken) {
    Outcome again = Simulation.run(broken.seed(), Mutation.NONE, true);
    List<String> trace = again.trace();
    out.printf("%nseed %d: %s%n", broken.seed(), text(broken.violation().orElseThrow()));
    trace
        .subList(Math.max(0, trace.size() - LINES_SHOWN), trace.size())
        .forEach(line -> out.println("  " + line));
    out.printf("See all of it:  ./dev sim --seed %d%n%n", broken.seed());
  }

  private boolean hunts() {
    List<Mutant> mutants = Mutants.all();
    out.printf(
        Locale.ROOT,
        "%n%d deliberate mistakes, each looked for %d times:%n",
        mutants.size(),
        HUNT_TRIES);
    int killed = 0;
    for (Mutant mutant : mutants) {
      Hunt hunt = Hunt.of(mutant, HUNT_TRIES, HUNT_SEEDS_MAX);
      killed += hunt.killed() ? 1 : 0;
      out.println(line(hunt));
    }
    out.printf("%d of %d mistakes found.%n", killed, mutants.size());
    return killed == mutants.size();
  }

  private static String line(Hunt hunt) {
    String rules =
        hunt.rules().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "  %-8s %-32s after %7.1f seeds  %-24s %s",
        hunt.killed() ? "found" : "MISSED",
        hunt.mutant().name(),
        hunt.meanSeeds().orElse(Double.NaN),
        rules,
        hunt.mutant().mistake());
  }

  private static String text(Violation violation) {
    return violation.rule() + ": " + violation.detail();
  }
}
