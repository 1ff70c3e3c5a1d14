package dev.offsession.benchmarks.suite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The benchmarks by the names that people type, in the order in which they run. */
public final class Benches {
  private static final Map<String, List<Bench>> ALL = all();

  private Benches() {}

  private static Map<String, List<Bench>> all() {
    Map<String, List<Bench>> benches = new LinkedHashMap<>();
    benches.put("startup", List.of(new StartupBench()));
    benches.put("ingest", List.of(new IngestBench()));
    benches.put(
        "charges",
        List.of(new PaceBench(), new ThroughputBench(), new InstancesBench(), new RecoveryBench()));
    benches.put("backlog", List.of(new BacklogBench(), new FinishedBench()));
    benches.put("chain", List.of(new ChainBench()));
    benches.put("notifier", List.of(new NotifierBench()));
    benches.put("pages", List.of(new PagesBench()));
    return benches;
  }

  /** What can be typed, {@code all} aside. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /** The benchmarks of a name, or all of them. */
  public static List<Bench> of(String name) {
    return name.equals("all")
        ? ALL.values().stream().flatMap(List::stream).toList()
        : ALL.getOrDefault(name, List.of());
  }
}
