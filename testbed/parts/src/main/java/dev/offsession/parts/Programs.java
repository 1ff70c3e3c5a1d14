package dev.offsession.parts;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The programs that this module's build prepared once: the registry unpacked, the broker's class
 * path listed. The build wrote their folder into this module's jar, so that every other module
 * finds them, in one build or alone.
 */
final class Programs {
  private static final Path DIRECTORY = directory();

  private Programs() {}

  static Path registry() {
    return existing(DIRECTORY.resolve("registry"));
  }

  static List<Path> brokerClassPath() {
    try {
      String text = Files.readString(existing(DIRECTORY.resolve("kafka.classpath")));
      return Stream.of(text.strip().split(File.pathSeparator)).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path existing(Path path) {
    if (Files.notExists(path)) {
      throw new IllegalStateException(
          path + " is not there. Build it once: mvn -pl testbed/parts process-classes");
    }
    return path;
  }

  private static Path directory() {
    try (InputStream in = Programs.class.getResourceAsStream("programs.properties")) {
      Properties properties = new Properties();
      properties.load(Objects.requireNonNull(in, "programs.properties"));
      return Path.of(properties.getProperty("directory"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
