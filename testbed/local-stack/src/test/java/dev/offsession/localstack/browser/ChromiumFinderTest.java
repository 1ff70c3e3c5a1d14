package dev.offsession.localstack.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumFinderTest {

  @TempDir Path machine;

  private Path packaged;

  @BeforeEach
  void installNothing() {
    packaged = machine.resolve("usr/bin/chromium");
  }

  @Test
  void findsNothingOnABareMachine() {
    assertThat(finder(Map.of()).find()).isEmpty();
  }

  @Test
  void prefersTheNamedOne() throws IOException {
    Path named = executable(machine.resolve("opt/my-chrome"));
    executable(packaged);

    assertThat(finder(Map.of("CHROME_PATH", named.toString())).find()).contains(named);
  }

  @Test
  void passesOverANameThatIsNoProgram() throws IOException {
    executable(packaged);

    assertThat(finder(Map.of("CHROME_PATH", machine.toString())).find()).contains(packaged);
  }

  @Test
  void takesTheNewestOfPlaywrightsDownloads() throws IOException {
    executable(machine.resolve("browsers/chromium-999/chrome-linux/chrome"));
    Path newest = executable(machine.resolve("browsers/chromium-1208/chrome-linux64/chrome"));

    assertThat(finder(Map.of()).find()).contains(newest);
  }

  private ChromiumFinder finder(Map<String, String> named) {
    var environment = new HashMap<>(named);
    environment.put("PLAYWRIGHT_BROWSERS_PATH", machine.resolve("browsers").toString());
    return new ChromiumFinder(environment, List.of(packaged));
  }

  private static Path executable(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
