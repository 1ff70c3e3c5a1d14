package dev.offsession.parts;

import dev.offsession.parts.kafka.BrokerMain;
import dev.offsession.parts.process.ChildProcess;
import dev.offsession.parts.process.JavaProgram;
import dev.offsession.parts.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in a process of its own, on 127.0.0.1
 * only. Topics are not created on first use: who needs one creates it.
 */
public final class KafkaBroker implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  /** Of the brokers that this module starts; all that belong together must have the same. */
  private static final String CLUSTER_ID = "b2Zmc2Vzc2lvbi10ZXN0YQ";

  /** One broker among those that belong together. */
  public record Node(int id, int port, int controllerPort) {}

  private final ChildProcess process;
  private final int port;

  private KafkaBroker(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a broker on free ports, with its data in the folder, and waits until it serves. */
  public static KafkaBroker start(Path directory) {
    return start(directory, Ports.free(), Ports.free());
  }

  /** The same on given ports. */
  public static KafkaBroker start(Path directory, int port, int controllerPort) {
    KafkaBroker broker = launch(directory, directory.resolve("broker.log"), port, controllerPort);
    try {
      broker.awaitReady();
      return broker;
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  /**
   * Starts the process and does not wait.
   *
   * @param moreOptions of its JVM, after the common ones
   */
  public static KafkaBroker launch(
      Path directory, Path log, int port, int controllerPort, String... moreOptions) {
    Node alone = new Node(1, port, controllerPort);
    return launch(directory, log, alone, List.of(alone), moreOptions);
  }

  /**
   * Starts one of several that belong together. With three, every topic has three copies and a
   * write needs two of them.
   *
   * @param all the same list for each of them
   */
  public static KafkaBroker launch(
      Path directory, Path log, Node node, List<Node> all, String... moreOptions) {
    Path settings = directory.toAbsolutePath().resolve("server.properties");
    try {
      Files.createDirectories(directory);
      Files.writeString(settings, BrokerSettings.of(directory, node, all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Path> classPath = Programs.brokerClassPath();
    ChildProcess process =
        JavaProgram.of("broker", directory, classPath, BrokerMain.class.getName())
            .withJvmOptions(
                Stream.concat(Stream.of("-Xms128m", "-Xmx512m"), Stream.of(moreOptions))
                    .toArray(String[]::new))
            .withArguments(settings.toString(), CLUSTER_ID)
            .withLog(log)
            .start();
    return new KafkaBroker(process, node.port());
  }

  /** Waits until the broker has started. */
  public void awaitReady() {
    process.awaitReady(this::hasStarted, START_LIMIT);
  }

  /** The process, to watch it. */
  public ChildProcess process() {
    return process;
  }

  /** Address for clients, as {@code host:port}. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The broker writes this line once all its parts serve (kafka.server.KafkaRaftServer). */
  private boolean hasStarted() {
    try {
      return Files.readString(process.log()).contains("Kafka Server started");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
