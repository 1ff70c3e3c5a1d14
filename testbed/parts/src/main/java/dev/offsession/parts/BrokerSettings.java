package dev.offsession.parts;

import java.nio.file.Path;

/** The broker's settings: one node that is broker and controller, small internal topics. */
final class BrokerSettings {
  private BrokerSettings() {}

  static String of(Path directory, int port, int controllerPort) {
    return """
    process.roles=broker,controller
    node.id=1
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    inter.broker.listener.name=PLAINTEXT
    controller.quorum.voters=1@127.0.0.1:%2$d
    log.dirs=%3$s
    auto.create.topics.enable=false
    num.partitions=1
    group.initial.rebalance.delay.ms=0
    default.replication.factor=1
    min.insync.replicas=1
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=3
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    # Small files: with the usual sizes each partition reserves 20 MB of index.
    log.segment.bytes=67108864
    log.index.size.max.bytes=1048576
    log.cleaner.dedupe.buffer.size=16777216
    log.cleaner.threads=1
    num.network.threads=2
    num.io.threads=4
    controlled.shutdown.enable=false
    """
        .formatted(port, controllerPort, directory.toAbsolutePath().resolve("data"));
  }
}
