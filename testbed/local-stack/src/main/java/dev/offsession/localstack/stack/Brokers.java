package dev.offsession.localstack.stack;

import dev.offsession.parts.KafkaBroker;
import dev.offsession.parts.KafkaBroker.Node;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.Ports;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Kafka of a stack: one broker, or several that keep copies of each other's partitions. */
public final class Brokers implements AutoCloseable {
  private final StackFolders folders;
  private final List<Node> nodes;
  private final Map<Integer, KafkaBroker> running = new TreeMap<>();

  Brokers(StackFolders folders, Addresses addresses, int size) {
    this.folders = folders;
    Node first =
        new Node(1, Port.BROKER.on(addresses.base()), Port.CONTROLLER.on(addresses.base()));
    this.nodes =
        Stream.concat(
                Stream.of(first),
                IntStream.rangeClosed(2, size)
                    .mapToObj(id -> new Node(id, Ports.free(), Ports.free())))
            .toList();
  }

  /** Starts all and waits until they serve. */
  synchronized void start() {
    nodes.forEach(this::launch);
    running.values().forEach(KafkaBroker::awaitReady);
  }

  private void launch(Node node) {
    String name = name(node);
    running.put(
        node.id(), KafkaBroker.launch(folders.run().resolve(name), folders.log(name), node, nodes));
  }

  private static String name(Node node) {
    return node.id() == 1 ? "broker" : "broker-" + node.id();
  }

  synchronized List<ChildProcess> processes() {
    return running.values().stream().map(KafkaBroker::process).toList();
  }

  /** Kills a broker, as {@code kill -9} does. */
  public synchronized void kill(int id) {
    KafkaBroker broker = running.remove(id);
    if (broker != null) {
      broker.close();
    }
  }

  /** Starts a killed broker on the data that it left, and waits until it serves. */
  public synchronized void restart(int id) {
    launch(nodes.get(id - 1));
    running.values().forEach(KafkaBroker::awaitReady);
  }

  /** Kills all and removes their data. */
  @Override
  public synchronized void close() {
    running.values().parallelStream().forEach(KafkaBroker::close);
    running.clear();
    nodes.forEach(node -> StackFolders.deleteAll(folders.run().resolve(name(node))));
  }
}
