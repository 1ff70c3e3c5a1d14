package dev.offsession.parts;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A broker's settings: a node that is broker and controller, small internal topics. Alone it keeps
 * one copy of everything; three of them keep three, of which two must be in step.
 */
final class BrokerSettings {
  private BrokerSettings() {}

  static String of(Path directory, KafkaBroker.Node node, List<KafkaBroker.Node> all) {
    String voters =
        all.stream()
            .map(each -> each.id() + "@127.0.0.1:" + each.controllerPort())
            .collect(Collectors.joining(","));
    int copies = all.size();
    return """
    process.roles=broker,controller
    node.id=%4$d
    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
    controller.listener.names=CONTROLLER
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    inter.broker.listener.name=PLAINTEXT
    controller.quorum.voters=%5$s
    log.dirs=%3$s
    auto.create.topics.enable=false
    num.partitions=1
    group.initial.rebalance.delay.ms=0
    group.min.session.timeout.ms=1000
    default.replication.factor=%6$d
    min.insync.replicas=%7$d
    offsets.topic.replication.factor=%6$d
    offsets.topic.num.partitions=3
    transaction.state.log.replication.factor=%6$d
    transaction.state.log.min.isr=%7$d
    transaction.state.log.num.partitions=1
    share.coordinator.state.topic.replication.factor=%6$d
    share.coordinator.state.topic.min.isr=%7$d
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
        .formatted(
            node.port(),
            node.controllerPort(),
            directory.toAbsolutePath().resolve("data"),
            node.id(),
            voters,
            copies,
            copies / 2 + 1);
  }
}
