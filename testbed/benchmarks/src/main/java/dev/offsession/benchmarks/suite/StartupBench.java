package dev.offsession.benchmarks.suite;

import dev.offsession.benchmarks.bed.AotCache;
import dev.offsession.benchmarks.bed.Bed;
import dev.offsession.benchmarks.bed.Running;
import dev.offsession.benchmarks.measure.Spread;
import dev.offsession.benchmarks.measure.Wait;
import dev.offsession.benchmarks.report.Score;
import dev.offsession.localstack.stack.Service;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From start to ready, plain and with an AOT cache, and the memory of an idle service: S1, S2, P4.
 */
public final class StartupBench implements Bench {
  private static final Duration IDLE = Duration.ofSeconds(3);

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    int times = plan.quick() ? 1 : 5;
    List<Double> slowest = new ArrayList<>();
    for (Service service : Service.values()) {
      score.say("Start of %s".formatted( service.partName()));
      JavaProgram program = bed.service(service);
      Spread plain = starts(program, times);
      score.add("S1/plain/" + service.partName(), plain, "");
      slowest.add(plain.median());
      withCache(service, program, times, score);
      score.add("S2/idle/" + service.partName(), idle(program), "");
    }
    score.add("P4/start", Spread.of(slowest).max(), "the slowest of the four");
  }

  private static void withCache(Service service, JavaProgram program, int times, Score score) {
    Optional<JavaProgram> cached = AotCache.train(program);
    if (cached.isEmpty()) {
      score.notRun("S1/aot/" + service.partName(), "no AOT cache came of the training run");
      return;
    }
    score.add("S1/aot/" + service.partName(), starts(cached.get(), times), "");
  }

  private static Spread starts(JavaProgram program, int times) {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      int port = Ports.free();
      long start = System.nanoTime();
      try (Running running = Running.launch(program, port)) {
        running.awaitReadyClosely();
        seconds.add((System.nanoTime() - start) / 1e9);
      }
    }
    return Spread.of(seconds);
  }

  private static double idle(JavaProgram program) {
    try (Running running = Running.service(program)) {
      Wait.pass(IDLE);
      return running.residentMb();
    }
  }
}
