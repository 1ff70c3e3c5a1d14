package dev.offsession.localstack.browser;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gets a Chromium when the machine has none: Debian's package as root, else Playwright's own
 * download into a folder of this tree. Only {@code ./dev test} does this; the demo goes on without
 * a browser.
 */
public final class ChromiumFetcher {

  private final Map<String, String> environment;
  private final Path downloads;
  private final PrintStream out;

  /**
   * @param downloads where Playwright's download goes, if it comes to that
   */
  public ChromiumFetcher(Map<String, String> environment, Path downloads, PrintStream out) {
    this.environment = new HashMap<>(environment);
    this.environment.put(ChromiumFinder.BROWSERS_VARIABLE, downloads.toString());
    this.downloads = downloads;
    this.out = out;
  }

  /** The machine's Chromium, installed first where it is missing; empty when that did not work. */
  public Optional<Path> findOrFetch() throws IOException, InterruptedException {
    var finder = new ChromiumFinder(environment);
    Optional<Path> present = finder.find();
    if (present.isPresent()) {
      return present;
    }
    for (List<String> installation : installations()) {
      out.println("No Chromium found; running: " + String.join(" ", installation.subList(0, 3)));
      if (run(installation) == 0 && finder.find().isPresent()) {
        return finder.find();
      }
    }
    return Optional.empty();
  }

  private List<List<String>> installations() {
    boolean rootOnDebian =
        "root".equals(System.getProperty("user.name"))
            && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    List<String> byPlaywright =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "com.microsoft.playwright.CLI",
            "install",
            "chromium");
    return rootOnDebian
        ? List.of(
            List.of("apt-get", "install", "-y", "--no-install-recommends", "chromium"),
            byPlaywright)
        : List.of(byPlaywright);
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put(ChromiumFinder.BROWSERS_VARIABLE, downloads.toString());
    try {
      return builder.start().waitFor();
    } catch (IOException notStarted) {
      out.println("Could not run " + command.getFirst() + ": " + notStarted.getMessage());
      return -1;
    }
  }
}
