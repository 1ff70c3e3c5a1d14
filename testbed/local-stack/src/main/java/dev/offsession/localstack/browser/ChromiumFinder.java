package dev.offsession.localstack.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this machine has a Chromium: {@code CHROME_PATH}, the usual places of the packages, then
 * Playwright's download folder.
 */
public final class ChromiumFinder {

  /** Names Playwright's download folder; the same variable as Playwright's own. */
  static final String BROWSERS_VARIABLE = "PLAYWRIGHT_BROWSERS_PATH";

  private static final List<Path> PACKAGED =
      Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
          .map(name -> Path.of("/usr/bin", name))
          .toList();

  private final Map<String, String> environment;
  private final List<Path> packaged;

  public ChromiumFinder(Map<String, String> environment) {
    this(environment, PACKAGED);
  }

  ChromiumFinder(Map<String, String> environment, List<Path> packaged) {
    this.environment = environment;
    this.packaged = packaged;
  }

  /** An executable that can be launched, or empty. A wrong {@code CHROME_PATH} is passed over. */
  public Optional<Path> find() {
    Stream<Path> named = Stream.ofNullable(environment.get("CHROME_PATH")).map(Path::of);
    return Stream.of(named, packaged.stream(), downloaded(downloadFolder()).stream())
        .flatMap(paths -> paths)
        .filter(Files::isRegularFile)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Path downloadFolder() {
    String configured = environment.get(BROWSERS_VARIABLE);
    return configured == null
        ? Path.of(environment.getOrDefault("HOME", "."), ".cache", "ms-playwright")
        : Path.of(configured);
  }

  /** Playwright's folders are named chromium-1234; the highest revision comes first. */
  private static List<Path> downloaded(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("chromium-"))
          .sorted(Comparator.comparingInt(ChromiumFinder::revision).reversed())
          .flatMap(ChromiumFinder::executables)
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static int revision(Path folder) {
    String digits = folder.getFileName().toString().replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  private static Stream<Path> executables(Path folder) {
    return Stream.of(
        folder.resolve("chrome-linux64/chrome"),
        folder.resolve("chrome-linux/chrome"),
        folder.resolve("chrome-mac/Chromium.app/Contents/MacOS/Chromium"),
        folder.resolve("chrome-win/chrome.exe"));
  }
}
