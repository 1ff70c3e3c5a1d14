package dev.offsession.platform.kafka;

import dev.offsession.platform.health.Probe;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Asks for the cluster's nodes over one client that is kept, and whether the service's own readers
 * still run.
 */
final class KafkaProbe implements Probe, AutoCloseable {
  private final Map<String, Object> configs;
  private final String servers;
  private final KafkaListenerEndpointRegistry readers;
  private @Nullable Admin admin;

  KafkaProbe(ClientSettings clients, KafkaListenerEndpointRegistry readers) {
    this.configs = clients.admin();
    this.servers = clients.settings().bootstrapServers();
    this.readers = readers;
  }

  @Override
  public Optional<String> trouble(Duration patience) throws InterruptedException {
    try {
      int millis = Math.toIntExact(patience.toMillis());
      client()
          .describeCluster(new DescribeClusterOptions().timeoutMs(millis))
          .nodes()
          .get(millis, TimeUnit.MILLISECONDS);
      return stoppedReader();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.of(
          "No broker of %s answered within %d ms: see that Kafka runs and can be reached from here"
              .formatted(servers, patience.toMillis()));
    }
  }

  /** Made at the first look, because a name that cannot be resolved would stop the start. */
  private synchronized Admin client() {
    Admin kept = admin;
    if (kept == null) {
      kept = Admin.create(configs);
      admin = kept;
    }
    return kept;
  }

  private Optional<String> stoppedReader() {
    return readers.getListenerContainers().stream()
        .filter(reader -> !reader.isInExpectedState())
        .map(MessageListenerContainer::getGroupId)
        .findFirst()
        .map("The reader of group %s has stopped by itself: restart this service"::formatted);
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
