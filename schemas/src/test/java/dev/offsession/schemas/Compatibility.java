package dev.offsession.schemas;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/** What a registry that holds a subject to FULL_TRANSITIVE checks. */
final class Compatibility {

  private Compatibility() {}

  /**
   * Why the new version cannot read, or cannot be read by, one of the old ones; empty if it can.
   */
  static List<String> problems(Schema newer, List<Schema> older) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < older.size(); i++) {
      String version = "version " + (i + 1);
      problems.addAll(problems("cannot read " + version, newer, older.get(i)));
      problems.addAll(problems("cannot be read by " + version, older.get(i), newer));
    }
    return problems;
  }

  private static List<String> problems(String what, Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
        .getResult()
        .getIncompatibilities()
        .stream()
        .map(problem -> what + ": " + text(problem))
        .toList();
  }

  private static String text(Incompatibility problem) {
    return problem.getType() + " at " + problem.getLocation() + ", " + problem.getMessage();
  }
}
