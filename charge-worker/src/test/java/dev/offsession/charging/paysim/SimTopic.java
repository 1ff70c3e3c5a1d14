package dev.offsession.charging.paysim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One topic and what the consumer group knows of it: log, offsets, and who reads what. */
final class SimTopic<R> {
  final String name;
  private final List<List<R>> logs = new ArrayList<>();
  private final int[] committed;
  private final @Nullable Worker[] owners;
  private final Consumer<R> onCommit;
  private int generation;

  /**
   * @param onCommit judges each record whose offset is committed
   */
  SimTopic(String name, int partitions, Consumer<R> onCommit) {
    this.name = name;
    this.committed = new int[partitions];
    this.owners = new @Nullable Worker[partitions];
    this.onCommit = onCommit;
    for (int i = 0; i < partitions; i++) {
      logs.add(new ArrayList<>());
    }
  }

  void publish(String key, R record) {
    int partition = Math.floorMod(key.hashCode(), logs.size());
    logs.get(partition).add(record);
    Optional.ofNullable(owners[partition]).ifPresent(owner -> owner.newsOn(this));
  }

  int partitions() {
    return logs.size();
  }

  int end(int partition) {
    return logs.get(partition).size();
  }

  int committed(int partition) {
    return committed[partition];
  }

  List<R> read(int partition, int from, int max) {
    List<R> log = logs.get(partition);
    return List.copyOf(log.subList(from, Math.min(log.size(), from + max)));
  }

  List<R> all() {
    return logs.stream().flatMap(List::stream).toList();
  }

  int generation() {
    return generation;
  }

  boolean isReadBy(Worker worker, int partition) {
    return Objects.equals(owners[partition], worker);
  }

  /** Commits up to an offset, unless the group has moved on. */
  void commit(Worker worker, int partition, int from, int to, int asOfGeneration) {
    if (asOfGeneration != generation || !isReadBy(worker, partition)) {
      return;
    }
    read(partition, from, to - from).forEach(onCommit);
    committed[partition] = to;
  }

  /** Shares the partitions out anew. */
  void rebalance(List<Worker> members, int turn) {
    generation++;
    Arrays.fill(owners, null);
    for (int i = 0; i < owners.length && !members.isEmpty(); i++) {
      Worker owner = members.get((i + turn) % members.size());
      owners[i] = owner;
      owner.newsOn(this);
    }
  }

  boolean isDone() {
    for (int i = 0; i < committed.length; i++) {
      if (committed[i] < end(i)) {
        return false;
      }
    }
    return true;
  }
}
