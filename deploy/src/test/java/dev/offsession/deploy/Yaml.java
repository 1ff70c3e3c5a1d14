package dev.offsession.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The first document of a YAML file as nested maps and lists; what is absent reads as empty.
 * Further documents hold what profiles change.
 */
record Yaml(@Nullable Object value) {
  static Yaml read(Path file) {
    try (var text = Files.newBufferedReader(file)) {
      return new Yaml(new org.yaml.snakeyaml.Yaml().loadAll(text).iterator().next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Yaml at(String... path) {
    Object found = value;
    for (String key : path) {
      found = found instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return new Yaml(found);
  }

  Map<String, Yaml> entries() {
    var entries = new TreeMap<String, Yaml>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> entries.put(String.valueOf(key), new Yaml(entry)));
    }
    return entries;
  }

  List<Yaml> items() {
    var items = new ArrayList<Yaml>();
    if (value instanceof List<?> list) {
      list.forEach(item -> items.add(new Yaml(item)));
    }
    return items;
  }

  String text() {
    return String.valueOf(value);
  }

  boolean isPresent() {
    return value != null;
  }
}
