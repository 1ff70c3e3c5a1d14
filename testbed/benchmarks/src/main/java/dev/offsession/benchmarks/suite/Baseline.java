package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.parts.process.JavaProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Baselines as programs, with the settings that all of them understand. */
final class Baseline {
  private Baseline() {}

  static JavaProgram web(Bed bed, String name, Class<?> main, String... more) {
    return program(bed, name, main, more);
  }

  static JavaProgram worker(
      Bed bed, String name, Class<?> main, String topic, int concurrency, int window) {
    return program(
        bed,
        name,
        main,
        "--bench.topic=" + topic,
        "--bench.concurrency=" + concurrency,
        "--bench.window=" + window,
        "--bench.registry-url=" + bed.addresses().registry(),
        "--bench.stripe-url=" + bed.secondAddresses().simulator());
  }

  private static JavaProgram program(Bed bed, String name, Class<?> main, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--spring.kafka.bootstrap-servers=" + bed.addresses().kafka());
    arguments.add("--spring.mongodb.uri=" + bed.addresses().mongo() + "/bench_baseline");
    arguments.add("--spring.mongodb.database=bench_baseline");
    arguments.add("--server.port=${SERVER_PORT:0}");
    Stream.of(more).forEach(arguments::add);
    return bed.program(name, main).withArguments(arguments.toArray(String[]::new));
  }
}
