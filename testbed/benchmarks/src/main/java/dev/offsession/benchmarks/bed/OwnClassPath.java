package dev.offsession.benchmarks.bed;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class path of this JVM, for programs of this module. */
final class OwnClassPath {
  private OwnClassPath() {}

  static List<Path> paths() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .toList();
  }
}
