package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRules;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.RequestRules;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.usecase.ChargeService;
import dev.offsession.charging.usecase.ChargeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run: some processes of charge-worker, a few requests, and a world in which much goes wrong
 * until a certain day and nothing after it. The same seed gives the same run.
 */
final class Simulation {
  static final ChargeService.Rules RULES = ChargeRules::decide;
  static final ChargeSettings SETTINGS =
      new ChargeSettings(
          RequestRules.forPrefixOf(10), Policy.standard(), Worker.LEASE, 20, Duration.ofSeconds(5));

  /** When every charge must have ended: the default deadline, and time to look. */
  private static final long PATIENCE = Duration.ofDays(45).toMillis();

  private static final long STEPS_MAX = 300_000;
  private static final long START = Instant.parse("2026-11-23T12:00:00Z").toEpochMilli();

  private final long seed;
  private final Dice dice;
  private final Plan plan;
  private final Timeline timeline = new Timeline(START);
  private final Fibers fibers = new Fibers(timeline);
  private final Trace trace;
  private final Faults faults;
  private final Checks checks = new Checks(this);
  private final SimStripe stripe = new SimStripe(this);
  private final SimBank bank = new SimBank(this);
  private final Webhooks webhooks = new Webhooks(this);
  private final Database database = new Database(this);
  private final SimKafka kafka = new SimKafka(checks);
  private final People people = new People(this);
  private final Machines machines;
  private Optional<Outcome> outcome = Optional.empty();

  private Simulation(long seed, Function<Dice, Plan> planner, Mutation mutation, boolean traced) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.plan = planner.apply(dice);
    this.trace = new Trace(timeline, traced);
    this.faults = new Faults(timeline, dice, plan);
    this.machines = new Machines(this, mutation, plan.processes());
  }

  /** Runs a seed, with a mistake or with {@link Mutation#NONE}. */
  static Outcome run(long seed, Mutation mutation, boolean traced) {
    return new Simulation(seed, Plan::of, mutation, traced).run(Script.ANYTHING);
  }

  /** Runs a story of the test's own; the simulation is the test's to look at when it has ended. */
  static Simulation play(long seed, Plan plan, Script script) {
    Simulation sim = new Simulation(seed, _ -> plan, Mutation.NONE, false);
    sim.outcome = Optional.of(sim.run(script));
    return sim;
  }

  /** How the story ended. */
  Outcome outcome() {
    return outcome.orElseThrow();
  }

  private Outcome run(Script script) {
    faults.schedule();
    machines.startAll();
    script.schedule(this);
    timeline.in(plan.faultsEndAfter(), machines::heal);
    timeline.in(PATIENCE, checks::allMustHaveEnded);
    long steps = 0;
    while (checks.violation().isEmpty() && timeline.step()) {
      if (++steps > STEPS_MAX) {
        checks.fail("LIVENESS", "no rest after " + STEPS_MAX + " steps");
      }
    }
    if (checks.violation().isEmpty()) {
      checks.atTheEnd();
    }
    return new Outcome(
        seed,
        trace.hash(),
        steps,
        trace.lastAt() - START,
        checks.violation(),
        ends(),
        trace.lines());
  }

  private Map<StateName, Integer> ends() {
    Map<StateName, Integer> ends = new EnumMap<>(StateName.class);
    database.all().forEach(row -> ends.merge(row.held().charge().stateName(), 1, Integer::sum));
    return ends;
  }

  /** Between two steps of a process: others may run, it may die, it may stop. */
  void step() {
    Worker worker = fibers.current().owner();
    if (faults.crashes()) {
      machines.crash(worker);
    } else if (faults.freezes()) {
      machines.freeze(worker);
    }
    fibers.pause(faults.latency());
  }

  long now() {
    return timeline.now();
  }

  Dice dice() {
    return dice;
  }

  Plan plan() {
    return plan;
  }

  Timeline timeline() {
    return timeline;
  }

  Fibers fibers() {
    return fibers;
  }

  Trace trace() {
    return trace;
  }

  Faults faults() {
    return faults;
  }

  Checks checks() {
    return checks;
  }

  SimStripe stripe() {
    return stripe;
  }

  SimBank bank() {
    return bank;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  Database database() {
    return database;
  }

  SimKafka kafka() {
    return kafka;
  }

  People people() {
    return people;
  }

  Machines machines() {
    return machines;
  }
}
