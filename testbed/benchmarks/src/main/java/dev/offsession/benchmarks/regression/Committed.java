package dev.offsession.benchmarks.regression;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The ratios that were written down: {@code testbed/benchmarks/baseline.json}. */
record Committed(Path file) {
  private static final JsonMapper JSON = JsonMapper.shared();

  static Committed in(Path root) {
    return new Committed(root.resolve("testbed").resolve("benchmarks").resolve("baseline.json"));
  }

  /** The ratio of this name. */
  double ratio(String name) {
    try {
      JsonNode value = JSON.readTree(Files.readString(file)).path(name);
      if (!value.isNumber()) {
        throw new IllegalStateException(file + " has no number " + name);
      }
      return value.asDouble();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes these down from now on, with two decimals. */
  void write(Map<String, Double> ratios) {
    Map<String, Double> rounded = new TreeMap<>();
    ratios.forEach((name, ratio) -> rounded.put(name, Math.round(ratio * 100) / 100.0));
    try {
      Files.writeString(
          file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rounded) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
