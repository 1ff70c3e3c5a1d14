package dev.offsession.localstack.crash;

import dev.offsession.failpoints.Failpoint;
import dev.offsession.failpoints.runtime.Action;
import dev.offsession.localstack.stack.Addresses;
import dev.offsession.localstack.stack.StackFolders;
import java.io.PrintStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plays every point with every action so often, and tells how it went. Most of a run is waiting, so
 * several stacks play beside each other; each run has one of them for itself.
 */
public final class CrashSuite {
  /** Ports of one stack and some room. */
  private static final int PORTS_EACH = 20;

  private final StackFolders folders;
  private final Addresses addresses;
  private final CrashSettings settings;
  private final int lanes;
  private final CrashReport report;
  private final FleetJars jars = new FleetJars();
  private final Queue<Stage> stages = new ConcurrentLinkedQueue<>();

  /** What a lane takes next: a point, to be played with every action. */
  private record Planned(Failpoint point, List<Action> actions, int repeat) {}

  /**
   * @param addresses of the first stack; each further one has its ports 20 above the one before
   * @param settings of the first stack
   * @param lanes how many stacks
   */
  public CrashSuite(
      StackFolders folders,
      Addresses addresses,
      CrashSettings settings,
      int lanes,
      PrintStream out) {
    this.folders = folders;
    this.addresses = addresses;
    this.settings = settings;
    this.lanes = lanes;
    this.report = new CrashReport(out, settings);
  }

  private CrashSettings settings(StackFolders lane) {
    return settings.withTraps(lane.run().resolve("traps"));
  }

  /** Whether everything held. */
  public boolean play(List<Failpoint> points, List<Action> actions, int repeats) {
    report.begins(points.size(), actions, repeats, lanes);
    Queue<Planned> plan = new ConcurrentLinkedQueue<>(plan(points, actions, repeats).toList());
    try {
      List<CrashRun> ready = Lanes.all(IntStream.rangeClosed(1, lanes), this::start);
      report.up();
      Lanes.all(IntStream.range(0, lanes), lane -> playFrom(plan, ready.get(lane)));
    } finally {
      stages.parallelStream().forEach(Stage::close);
    }
    return report.ends(folders);
  }

  private static Stream<Planned> plan(List<Failpoint> points, List<Action> actions, int repeats) {
    return IntStream.rangeClosed(1, repeats)
        .boxed()
        .flatMap(repeat -> points.stream().map(point -> new Planned(point, actions, repeat)));
  }

  private CrashRun start(int lane) {
    StackFolders own = folders.lane(lane);
    Addresses there = new Addresses(addresses.base() + (lane - 1) * PORTS_EACH);
    Stage stage = Stage.start(own, there, settings(own), 1, jars);
    stages.add(stage);
    CrashRun run = new CrashRun(stage);
    run.warmUp();
    return run;
  }

  /** How many runs that were. */
  private int playFrom(Queue<Planned> plan, CrashRun run) {
    int played = 0;
    for (Planned next = plan.poll(); next != null; next = plan.poll()) {
      for (Action action : next.actions()) {
        report.add(next.point(), action, next.repeat(), run.play(next.point(), action));
        played++;
      }
    }
    return played;
  }
}
