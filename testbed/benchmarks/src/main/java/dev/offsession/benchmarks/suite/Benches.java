package dev.offsession.benchmarks.suite;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The benchmarks by the names that people type, in the order in which they run. */
public final class Benches {
  private static final Map<String, List<Bench>> ALL = all();

  /** Those that several run under one name, each by its own. */
  private static final Map<String, Bench> SINGLE =
      Map.of(
          "pace", new PaceBench(),
          "throughput", new ThroughputBench(),
          "instances", new InstancesBench(),
          "recovery", new RecoveryBench());

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
    Set<String> names = new LinkedHashSet<>(ALL.keySet());
    names.addAll(new TreeSet<>(SINGLE.keySet()));
    return names;
  }

  /** The benchmarks of a name, or all of them. */
  public static List<Bench> of(String name) {
    if (name.equals("all")) {
      return ALL.values().stream().flatMap(List::stream).toList();
    }
    Bench single = SINGLE.get(name);
    return single == null ? ALL.getOrDefault(name, List.of()) : List.of(single);
  }
}
