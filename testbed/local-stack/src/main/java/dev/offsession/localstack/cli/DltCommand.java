package dev.offsession.localstack.cli;

import dev.offsession.localstack.dlt.DeadLetter;
import dev.offsession.localstack.dlt.DeadLetters;
import dev.offsession.localstack.dlt.LetterText;
import dev.offsession.localstack.dlt.Replays;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "dlt",
    mixinStandardHelpOptions = true,
    description = "Records that nobody could read: list them, show one, send them back.",
    subcommands = {DltCommand.ListLetters.class, DltCommand.Show.class, DltCommand.Replay.class})
final class DltCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return new ListLetters().call();
  }

  /** What all three need to know. */
  abstract static class OnLetters implements Callable<Integer> {
    final PrintStream out = System.out;

    @Option(
        names = "--topic",
        paramLabel = "TOPIC",
        description = "A dead letter topic, such as charge-requested-dlt (default: all).")
    @Nullable String topic;

    @Option(names = "--partition", paramLabel = "N", description = "Only this partition.")
    @Nullable Integer partition;

    @Option(names = "--offset", paramLabel = "N", description = "Only the letter at this offset.")
    @Nullable Long offset;

    @Option(
        names = "--bootstrap-servers",
        paramLabel = "HOST:PORT",
        description = "Kafka to look at (default: the stack of this tree).")
    @Nullable String bootstrapServers;

    @Option(
        names = "--registry",
        paramLabel = "URL",
        description = "Confluent-compatible schema registry (default: the stack's).")
    @Nullable String registry;

    String kafka() {
      return Optional.ofNullable(bootstrapServers)
          .orElseGet(() -> RunningStack.require().addresses().kafka());
    }

    String registry() {
      return Optional.ofNullable(registry)
          .orElseGet(() -> RunningStack.require().addresses().registry());
    }

    List<DeadLetter> letters() {
      try (DeadLetters letters = new DeadLetters(kafka())) {
        List<String> topics = letters.topics();
        String wanted = topic;
        if (wanted != null && !topics.contains(wanted)) {
          throw new UserErrorException(
              "There is no dead letter topic " + wanted + ", only " + String.join(", ", topics));
        }
        return topics.stream()
            .filter(name -> wanted == null || name.equals(wanted))
            .flatMap(name -> letters.on(name).stream())
            .filter(this::isWanted)
            .toList();
      }
    }

    private boolean isWanted(DeadLetter letter) {
      return (partition == null || letter.raw().partition() == partition)
          && (offset == null || letter.raw().offset() == offset);
    }

    Set<String> replayed(List<DeadLetter> letters) {
      try (Replays replays = new Replays(kafka())) {
        return replays.alreadyReplayed(letters);
      }
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "One line for each letter: where, since when, why, and whether it went back.")
  static final class ListLetters extends OnLetters {
    @Override
    public Integer call() {
      List<DeadLetter> letters = letters();
      Set<String> replayed = replayed(letters);
      letters.forEach(letter ->
          out.printf(
              Locale.ROOT,
              "  %-34s %s  %6d bytes  %-12s  %s%n",
              letter.place(),
              letter.at(),
              letter.bytes().length,
              replayed.contains(letter.place()) ? "replayed" : "not replayed",
              letter.reason()));
      out.println(
          letters.isEmpty()
              ? "  No dead letters."
              : "  %d dead letters. Next:  ./dev dlt show --topic T --partition P --offset O"
                  .formatted(letters.size()));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "All of the wanted letters: headers, the record where it can be read, bytes.")
  static final class Show extends OnLetters {
    @Override
    public Integer call() {
      List<DeadLetter> letters = letters();
      if (letters.isEmpty()) {
        throw new UserErrorException("No such letter. All of them:  ./dev dlt list");
      }
      for (DeadLetter letter : letters) {
        LetterText.of(letter, registry()).forEach(out::println);
        out.println();
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Send letters back to their topic, each once: the same key, bytes and headers.")
  static final class Replay extends OnLetters {
    @Option(names = "--all", description = "All that fit, without naming an offset.")
    private boolean all;

    @Override
    public Integer call() {
      if (offset == null && !all) {
        throw new UserErrorException("Say which:  --topic T --partition P --offset O,  or  --all");
      }
      List<DeadLetter> letters = letters();
      if (letters.isEmpty()) {
        throw new UserErrorException("No such letter. All of them:  ./dev dlt list");
      }
      int sent = 0;
      try (Replays replays = new Replays(kafka())) {
        Set<String> before = replays.alreadyReplayed(letters);
        for (DeadLetter letter : letters) {
          boolean known = before.contains(letter.place());
          out.printf(
              "  %-34s %s%n",
              letter.place(),
              known ? "was replayed before, left alone" : "-> " + replays.replay(letter));
          sent += known ? 0 : 1;
        }
      }
      out.printf("  %d sent, %d left alone.%n", sent, letters.size() - sent);
      return ExitCode.DONE;
    }
  }
}
