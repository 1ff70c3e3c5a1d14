package dev.offsession.benchmarks.report;

import dev.offsession.benchmarks.measure.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The results for programs: to be compared with those of another version. */
public final class JsonFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonFile() {}

  /** Writes {@code {"machine": …, "quick": …, "results": [{"id": "W1", …}], "curves": […]}}. */
  public static void write(Path file, Score score, Machine machine, boolean quick) {
    ObjectNode root = JSON.createObjectNode();
    root.put("machine", machine.text());
    root.put("commit", machine.commit());
    root.put("date", machine.date().toString());
    root.put("quick", quick);
    ArrayNode results = root.putArray("results");
    score.results().forEach(result -> results.add(node(result)));
    ObjectNode notRun = root.putObject("not_run");
    score.notRun().forEach(notRun::put);
    ArrayNode remarks = root.putArray("remarks");
    score.remarks().forEach(remarks::add);
    root.set("curves", JSON.valueToTree(score.curves()));
    try {
      Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode node(Result result) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", result.id());
    node.put("what", result.goal().what());
    number(node, "measured", result.measured().median());
    number(node, "min", result.measured().min());
    number(node, "max", result.measured().max());
    node.put("goal", result.goal().value());
    node.put("at_least", result.goal().atLeast());
    node.put("unit", result.goal().unit());
    node.put("met", result.isMet());
    node.put("void", !result.counts());
    node.put("note", result.counts() ? result.note() : result.broken());
    return node;
  }

  /** JSON has no word for what is not a number. */
  private static void number(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }
}
