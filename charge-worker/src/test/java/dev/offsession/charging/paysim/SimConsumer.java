package dev.offsession.charging.paysim;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One process reading one topic: poll, handle, commit; what fails comes again, from the committed
 * offset, as often as it takes.
 */
final class SimConsumer<R> {
  private final Simulation sim;
  private final Worker worker;
  private final SimTopic<R> topic;
  private final int batchMax;
  private final Consumer<List<R>> handler;
  private final BooleanSupplier isOpen;
  private final int[] position;
  private int generation = -1;
  private Fiber fiber;

  /**
   * @param isOpen false while the topic is to be left alone
   */
  SimConsumer(
      Simulation sim,
      Worker worker,
      SimTopic<R> topic,
      int batchMax,
      Consumer<List<R>> handler,
      BooleanSupplier isOpen) {
    this.sim = sim;
    this.worker = worker;
    this.topic = topic;
    this.batchMax = batchMax;
    this.handler = handler;
    this.isOpen = isOpen;
    this.position = new int[topic.partitions()];
    this.fiber = sim.fibers().start(worker, this::run);
  }

  boolean reads(SimTopic<?> other) {
    return topic == other;
  }

  /** There may be something to do. */
  void wake() {
    fiber.wake(wait);
  }

  private long wait = -1;

  private void run() {
    while (true) {
      int partition = isOpen.getAsBoolean() ? partitionWithNews() : -1;
      if (partition < 0) {
        wait = sim.fibers().current().nextWait();
        sim.fibers().current().park();
        wait = -1;
      } else {
        poll(partition);
      }
    }
  }

  private int partitionWithNews() {
    if (generation != topic.generation()) {
      generation = topic.generation();
      for (int i = 0; i < position.length; i++) {
        position[i] = topic.committed(i);
      }
    }
    for (int i = 0; i < position.length; i++) {
      if (topic.isReadBy(worker, i) && position[i] < topic.end(i)) {
        return i;
      }
    }
    return -1;
  }

  private void poll(int partition) {
    int from = position[partition];
    int asOf = generation;
    List<R> batch = topic.read(partition, from, 1 + sim.dice().below(batchMax));
    int to = from + batch.size();
    boolean commitsFirst = worker.mutation().commitsFirst(topic.name);
    if (commitsFirst) {
      topic.commit(worker, partition, from, to, asOf);
    }
    sim.step();
    if (!worker.attempt("consumer " + topic.name, () -> handler.accept(batch))) {
      position[partition] = commitsFirst ? to : topic.committed(partition);
      sim.fibers().pause(sim.dice().millis(500, 30_000));
      return;
    }
    sim.step();
    if (!commitsFirst && !sim.faults().commitIsLost()) {
      topic.commit(worker, partition, topic.committed(partition), to, asOf);
    }
    position[partition] = to;
  }
}
