package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.usecase.Cancellations;
import dev.offsession.charging.usecase.ChargeIntake;
import dev.offsession.charging.usecase.ChargeService;
import dev.offsession.charging.usecase.CustomerNews;
import dev.offsession.charging.usecase.DueRound;
import dev.offsession.charging.usecase.IntentEvents;
import dev.offsession.charging.usecase.WorkWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One life of one process of charge-worker: the real use cases, a window, the consumers and the due
 * loop, on a clock of its own that may be wrong.
 */
final class Worker implements WorkWindow {
  static final Duration LEASE = Duration.ofSeconds(60);
  private static final int BATCH_MAX = 4;

  private final Simulation sim;
  private final String name;
  private final Mutation mutation;
  private final ChargeService charges;
  private final DueRound dueRound;
  private final DueWatch dueWatch;
  private final List<SimConsumer<?>> consumers = new ArrayList<>();
  private final Deque<Runnable> line = new ArrayDeque<>();
  private final int places;
  private int inside;
  private boolean alive = true;
  private long frozenUntil;
  private long skew;

  Worker(Simulation sim, String name, long skew, Mutation mutation) {
    this.sim = sim;
    this.name = name;
    this.skew = skew;
    this.mutation = mutation;
    this.places = 1 + sim.dice().below(4);
    StorePort ports = new StorePort(sim, this);
    ChargeStore store = mutation.store(ports, this);
    PaymentGateway gateway = mutation.gateway(new StripeLine(sim, this), this);
    EventOutlet outlet = mutation.outlet(new OutletPort(sim, this), this);
    Watcher observer = new Watcher(sim, this);
    InstantSource clock = this::instant;
    charges =
        new ChargeService(
            store,
            ports,
            gateway,
            outlet,
            observer,
            clock,
            Simulation.SETTINGS,
            mutation.rules(Simulation.RULES));
    dueRound = new DueRound(store, this, clock);
    dueWatch = new DueWatch(sim, this, dueRound);
    listen(
        new ChargeIntake(store, outlet, this, observer, clock, Simulation.SETTINGS),
        new Cancellations(charges, store, this, clock),
        new IntentEvents(charges, mutation.reader(sim.webhooks()), this, observer),
        new CustomerNews(ports, store, this, clock));
  }

  private void listen(
      ChargeIntake intake, Cancellations cancellations, IntentEvents events, CustomerNews news) {
    SimKafka kafka = sim.kafka();
    consumers.add(
        new SimConsumer<>(
            sim, this, kafka.requests(), BATCH_MAX, intake::accept, () -> inside < places));
    consumers.add(
        new SimConsumer<>(
            sim,
            this,
            kafka.cancellations(),
            1,
            batch -> batch.forEach(wish -> cancellations.cancel(wish.request(), wish.reason())),
            () -> true));
    EventMarks marks = new EventMarks(mutation.marksFirst());
    consumers.add(
        new SimConsumer<>(
            sim,
            this,
            kafka.stripeEvents(),
            1,
            batch ->
                batch.stream()
                    .filter(marks::isNew)
                    .forEach(event -> events.on(event.id(), event.key(), event.body())),
            () -> true));
    consumers.add(
        new SimConsumer<>(
            sim, this, kafka.customers(), 1, batch -> batch.forEach(news::changed), () -> true));
  }

  String name() {
    return name;
  }

  Mutation mutation() {
    return mutation;
  }

  /** What only mistakes make use of. */
  Liberties liberties() {
    return new Liberties(sim, this);
  }

  /** The time as this process has it. */
  Instant instant() {
    return Instant.ofEpochMilli(sim.now() + skew);
  }

  long skew() {
    return skew;
  }

  void skew(long millis) {
    skew = millis;
  }

  boolean isAlive() {
    return alive;
  }

  boolean isFrozen() {
    return sim.now() < frozenUntil;
  }

  long frozenUntil() {
    return frozenUntil;
  }

  /** Like {@code kill -9}: nothing of it runs again. */
  void die() {
    alive = false;
  }

  /** Like SIGSTOP, and SIGCONT later. */
  void freeze(long millis) {
    frozenUntil = Math.max(frozenUntil, sim.now() + millis);
  }

  void thaw() {
    frozenUntil = sim.now();
  }

  void newsOn(SimTopic<?> topic) {
    consumers.stream().filter(consumer -> consumer.reads(topic)).forEach(SimConsumer::wake);
  }

  DueWatch dueWatch() {
    return dueWatch;
  }

  /** How many more charges it takes. */
  int room() {
    return Math.max(0, places - inside);
  }

  @Override
  public void work(HeldCharge held) {
    enter(() -> charges.work(held));
  }

  @Override
  public void workIfDue(ChargeRequestId id) {
    enter(() -> charges.workIfDue(id));
  }

  @Override
  public void discard(PaymentIntentId intent) {
    enter(() -> charges.discard(intent));
  }

  private void enter(Runnable task) {
    inside++;
    if (inside <= places) {
      start(task);
    } else {
      line.add(task);
    }
  }

  private void start(Runnable task) {
    sim.fibers()
        .start(
            this,
            () -> {
              attempt("window", task);
              inside--;
              Runnable next = line.poll();
              if (next != null) {
                start(next);
              }
              newsOn(sim.kafka().requests());
              dueWatch.roomAgain();
            });
  }

  /** Runs a piece of work; false when the store or the outlet stood in its way. */
  boolean attempt(String what, Runnable work) {
    try {
      work.run();
      return true;
    } catch (StoreAwayException _) {
      return false;
    } catch (RuntimeException e) {
      if (!String.valueOf(e.getMessage()).contains("was not published")) {
        sim.checks().broken(what, e);
      }
      return false;
    }
  }
}
