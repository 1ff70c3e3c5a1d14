package dev.offsession.benchmarks.cli;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.measure.Machine;
import dev.offsession.benchmarks.report.CurvePlot;
import dev.offsession.benchmarks.report.HtmlPage;
import dev.offsession.benchmarks.report.JsonFile;
import dev.offsession.benchmarks.report.MarkdownTable;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.benchmarks.report.TextTable;
import dev.offsession.benchmarks.suite.Bench;
import dev.offsession.benchmarks.suite.Benches;
import dev.offsession.benchmarks.suite.Plan;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line of the benchmarks. */
@Command(
    name = "./dev bench",
    mixinStandardHelpOptions = true,
    description = {
      "How fast Offsession is, against the ceiling and the usual ways, in one run.",
      "Exit code 0 when everything ran and every ledger was exact, whether goals were met or not."
    })
public final class BenchMain implements Callable<Integer> {
  static final int DEFAULT_BASE = 27_000;

  @Parameters(
      arity = "0..1",
      defaultValue = "all",
      paramLabel = "NAME",
      description =
          "startup, ingest, charges (or only pace, throughput, instances or recovery of it),"
              + " backlog, chain, notifier, pages or all (default).")
  private String name = "all";

  @Option(names = "--quick", description = "Short rounds: all within ten minutes.")
  private boolean quick;

  @Option(
      names = "--round",
      paramLabel = "SECONDS",
      defaultValue = "" + Plan.ROUND_SECONDS,
      description = "Length of one turn in the full run (default: ${DEFAULT-VALUE}).")
  private int round = Plan.ROUND_SECONDS;

  @Option(names = "--json", paramLabel = "FILE", description = "Also write the results here.")
  private @Nullable Path json;

  @Option(
      names = "--jvm-option",
      paramLabel = "OPTION",
      description = "For what is measured, such as a profiler's; %%n is the program's name.")
  private List<String> jvmOptions = List.of();

  @Option(
      names = "--port-base",
      paramLabel = "N",
      defaultValue = "" + DEFAULT_BASE,
      description = "First of the 40 ports (default: ${DEFAULT-VALUE}).")
  private int portBase = DEFAULT_BASE;

  /** Ends the JVM with the command's exit code. */
  public static void main(String[] args) {
    System.exit(
        new CommandLine(new BenchMain()).addSubcommand(new RegressionCommand()).execute(args));
  }

  @Override
  public Integer call() {
    List<Bench> benches = Benches.of(name);
    if (benches.isEmpty()) {
      System.err.println(
          "No benchmark is called "
              + name
              + ". There are: "
              + String.join(", ", Benches.names())
              + ", all");
      return CommandLine.ExitCode.USAGE;
    }
    StackFolders folders = StackFolders.ofThisTree();
    Machine machine = Machine.here(folders.root());
    Score score = new Score(System.out);
    System.out.printf("%s%n%s%n%n", machine.text(), plan().text());
    boolean complete = run(benches, folders, score);
    report(folders.dev().resolve("bench"), score, machine);
    return complete && score.isExact() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
  }

  private boolean run(List<Bench> benches, StackFolders folders, Score score) {
    boolean complete = true;
    score.say("Starting broker, registry, store and Stripe simulator");
    try (Bed bed = Bed.start(folders, new Addresses(portBase), jvmOptions)) {
      for (Bench bench : benches) {
        complete &= run(bench, bed, score);
      }
    }
    return complete;
  }

  private boolean run(Bench bench, Bed bed, Score score) {
    try {
      bed.forgetRecords();
      bench.run(bed, plan(), score);
      return true;
    } catch (RuntimeException e) {
      score.say("FAILED: %s: %s".formatted(bench.getClass().getSimpleName(), e));
      e.printStackTrace();
      return false;
    }
  }

  private Plan plan() {
    return new Plan(quick, round);
  }

  private void report(Path folder, Score score, Machine machine) {
    try {
      Files.createDirectories(folder);
      HtmlPage.write(folder.resolve("report.html"), score, machine);
      JsonFile.write(folder.resolve("results.json"), score, machine, quick);
      Files.writeString(
          folder.resolve("report.md"), plan().text() + ": " + MarkdownTable.of(score, machine));
      for (var curve : score.curves()) {
        Files.writeString(folder.resolve(curve.name() + ".svg"), CurvePlot.of(curve));
      }
      if (json != null) {
        JsonFile.write(json, score, machine, quick);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.printf("%n%s%n", TextTable.of(score));
    long met = score.results().stream().filter(result -> result.isMet()).count();
    System.out.printf(
        "%d of %d figures reach their goal, in %d min %d s. Plots: %s%n",
        met,
        score.results().size(),
        score.seconds() / 60,
        score.seconds() % 60,
        folder.resolve("report.html"));
  }
}
