package dev.offsession.charging.paysim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/reliability.md} names a proof for each claim: every test, deliberate mistake, drill
 * and failpoint that it names is there, and every row of the crash table names one.
 */
class ReliabilityPageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path CRASH =
      ROOT.resolve("testbed/local-stack/src/main/java/dev/offsession/localstack/crash");
  private static final Path POINTS = ROOT.resolve("testbed/failpoints/src/main/java");
  private static final Pattern TEST = Pattern.compile("(\\w+(?:Test|IT|Contract))(?:\\.(\\w+))?");
  private static final Pattern METHOD = Pattern.compile("\\.(\\w+)");
  private static final Pattern MISTAKE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)+");
  private static final Pattern POINT = Pattern.compile("(?:worker|ingest|notifier)\\.([a-z.-]+)");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final int ROWS = 50;

  private static final Map<String, String> TESTS = new HashMap<>();
  private static String page = "";

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(ROOT.resolve("docs/reliability.md"));
    for (Path module : modules()) {
      for (Path file : sources(module.resolve("src/test/java"))) {
        String name = file.getFileName().toString().replace(".java", "");
        TESTS.merge(name, Files.readString(file), String::concat);
      }
    }
  }

  private static List<Path> modules() throws IOException {
    List<Path> modules = new ArrayList<>();
    for (Path parent : List.of(ROOT, ROOT.resolve("testbed"))) {
      try (Stream<Path> children = Files.list(parent)) {
        children
            .filter(child -> Files.isDirectory(child.resolve("src/test/java")))
            .forEach(modules::add);
      }
    }
    return modules;
  }

  @Test
  void everyTestItNamesIsThere() {
    List<String> missing = new ArrayList<>();
    for (String line : page.lines().toList()) {
      String latest = "";
      for (String quoted : quoted(line)) {
        MatchResult test = match(TEST, quoted);
        MatchResult method = match(METHOD, quoted);
        if (test != null) {
          latest = test.group(1);
          check(latest, test.group(2), missing);
        } else if (method != null) {
          check(latest, method.group(1), missing);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  private static void check(String test, @Nullable String method, List<String> missing) {
    String source = TESTS.get(test);
    boolean there =
        source != null
            && (method == null
                || Pattern.compile("(void|class) " + method + "\\b").matcher(source).find());
    if (!there) {
      missing.add(test + "." + method);
    }
  }

  @Test
  void everyMistakeAndDrillItNamesIsThere() throws IOException {
    Set<String> known = mistakes();
    String drills = text(CRASH);

    List<String> missing =
        quoted(page).stream()
            .filter(quoted -> MISTAKE.matcher(quoted).matches())
            .filter(name -> !known.contains(name) && !isDrill(name, drills))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void everyMistakeIsOnThePage() {
    assertThat(new TreeSet<>(quoted(page))).containsAll(mistakes());
  }

  @Test
  void everyFailpointItNamesIsThere() throws IOException {
    String points = text(POINTS);

    List<String> missing =
        quoted(page).stream()
            .filter(quoted -> POINT.matcher(quoted).matches())
            .filter(name -> !isPoint(name, points))
            .toList();

    assertThat(missing).isEmpty();
  }

  @Test
  void everyRowOfTheCrashTableNamesItsProof() {
    List<String> rows =
        page.lines().filter(line -> line.matches("\\| [0-9]+(, [0-9]+)* \\|.*")).toList();
    Set<Integer> numbers =
        rows.stream()
            .flatMap(row ->
                Pattern.compile("[0-9]+").matcher(row.substring(0, row.indexOf("|", 1))).results())
            .map(found -> Integer.valueOf(found.group()))
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> nameless = rows.stream().filter(row -> proofs(row).isEmpty()).toList();

    assertThat(numbers).containsAll(IntStream.rangeClosed(1, ROWS).boxed().toList());
    assertThat(nameless).isEmpty();
  }

  /** The names in a row that are tests, mistakes, drills or failpoints. */
  private static List<String> proofs(String row) {
    return quoted(row).stream()
        .filter(name ->
            TEST.matcher(name).matches()
                || MISTAKE.matcher(name).matches()
                || POINT.matcher(name).matches())
        .toList();
  }

  private static Set<String> mistakes() {
    return Mutants.all().stream().map(Mutant::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Its whole name stands in the code, or the part that it is made of does. */
  private static boolean isDrill(String name, String code) {
    return code.contains('"' + name + '"')
        || Stream.of("-away-at-start", "-away", "-sigterm")
            .filter(name::endsWith)
            .anyMatch(ending ->
                code.contains('"' + ending + '"')
                    && (ending.equals("-sigterm")
                        || code.contains('"' + name.replace(ending, "") + '"')));
  }

  private static boolean isPoint(String name, String code) {
    String step = name.replaceAll("^\\w+\\.", "").replaceAll("\\.(before|after)$", "");
    return code.contains('"' + step + '"') || code.contains('"' + step.replace("save.", "") + '"');
  }

  private static List<String> quoted(String text) {
    return QUOTED.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static @Nullable MatchResult match(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.matches() ? matcher.toMatchResult() : null;
  }

  private static String text(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : sources(folder)) {
      all.append(Files.readString(file));
    }
    return all.toString();
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
