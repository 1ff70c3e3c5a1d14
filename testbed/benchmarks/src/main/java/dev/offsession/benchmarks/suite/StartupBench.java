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
  private static final Duration IDLE = Duration.ofSeconds(2);

  @Override
  public void run(Bed bed, Plan plan, Score score) {
    int times = plan.quick() ? 1 : 3;
    List<Double> slowest = new ArrayList<>();
    for (Service service : Service.values()) {
      score.say("Start of " + service.partName());
      JavaProgram program = bed.service(service);
      List<Start> plain = starts(program, times);
      Spread seconds = seconds(plain);
      score.add("S1/plain/" + service.partName(), seconds, "");
      score.add(
          "S2/idle/" + service.partName(),
          Spread.of(plain.stream().map(Start::idleMb).toList()),
          "");
      slowest.add(seconds.median());
      if (plan.quick() && service != Service.CHARGE_WORKER) {
        score.notRun("S1/aot/" + service.partName(), "of the full run");
      } else {
        withCache(bed, service, plan, times, score);
      }
    }
    score.add("P4/start", Spread.of(slowest).max(), "the slowest of the four");
  }

  /**
   * One start.
   *
   * @param idleMb resident memory a few seconds later
   */
  private record Start(double seconds, double idleMb) {}

  /** In the quick run what starts later starts from the cache, too: there is no time to lose. */
  private static void withCache(Bed bed, Service service, Plan plan, int times, Score score) {
    String id = "S1/aot/" + service.partName();
    JavaProgram program = bed.service(service);
    Optional<JavaProgram> cached = AotCache.train(program);
    if (cached.isEmpty()) {
      score.notRun(id, "no AOT cache came of the training run");
      return;
    }
    if (plan.quick()) {
      bed.startFrom(service, AotCache.option(program));
    }
    List<Start> starts = starts(cached.get(), times);
    double memory = Spread.of(starts.stream().map(Start::idleMb).toList()).median();
    score.add(id, seconds(starts), "idle with %.0f MB".formatted(memory));
  }

  private static Spread seconds(List<Start> starts) {
    return Spread.of(starts.stream().map(Start::seconds).toList());
  }

  private static List<Start> starts(JavaProgram program, int times) {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      try (Running running = Running.launch(program, Ports.free())) {
        running.awaitReadyClosely();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Wait.pass(IDLE);
        starts.add(new Start(seconds, running.residentMb()));
      }
    }
    return starts;
  }
}
