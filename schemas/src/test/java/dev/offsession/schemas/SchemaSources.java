package dev.offsession.schemas;

import dev.offsession.schemas.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schema files as they lie in the tree. */
final class SchemaSources {

  static final Path AVRO = Path.of("src/main/avro");
  private static final Path HISTORY = Path.of("src/main/resources/dev/offsession/schemas/history");

  private SchemaSources() {}

  static Schema current(Topic topic) {
    return parse(AVRO.resolve(topic.schema().getName() + ".avsc"));
  }

  /** All released versions, 1 first. */
  static List<Schema> history(Topic topic) {
    List<Schema> versions = new ArrayList<>();
    Path folder = HISTORY.resolve(topic.subject());
    for (Path file = version(folder, 1);
        Files.exists(file);
        file = version(folder, versions.size() + 1)) {
      versions.add(parse(file));
    }
    return versions;
  }

  static long historyFiles() {
    try (var files = Files.walk(HISTORY)) {
      return files.filter(Files::isRegularFile).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path version(Path folder, int number) {
    return folder.resolve(number + ".avsc");
  }

  static Schema parse(Path file) {
    try {
      return new Schema.Parser().parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
