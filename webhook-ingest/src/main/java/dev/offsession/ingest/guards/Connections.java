package dev.offsession.ingest.guards;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All open connections, which are limited. When one too many comes, the one that has waited longest
 * for (the rest of) a request has to go: who floods us with idle or dawdling connections pushes out
 * his own, while a client that sends its request at once has had its answer before its turn comes.
 * Safe for many threads.
 */
final class Connections {

  private final int max;
  private final Counter closed;
  private final Set<Channel> open = new HashSet<>();

  /** Those whose client we wait for, the longest waiting first. */
  private final Set<Channel> waiting = new LinkedHashSet<>();

  Connections(int max, MeterRegistry meters) {
    this.max = max;
    this.closed =
        meters.counter(
            "offsession.webhooks.refused", "endpoint", "any", "reason", "TOO_MANY_CONNECTIONS");
  }

  void opened(Channel channel) {
    Channel surplus = add(channel);
    if (surplus != null) {
      closed.increment();
      var _ = surplus.close();
    }
  }

  private synchronized @Nullable Channel add(Channel channel) {
    open.add(channel);
    waiting.add(channel);
    if (open.size() <= max) {
      return null;
    }
    Channel surplus = waiting.iterator().next();
    closed(surplus);
    return surplus;
  }

  /** A whole request has come; the next move is ours. */
  synchronized void works(Channel channel) {
    waiting.remove(channel);
  }

  /** It has been answered; the next move is the client's. */
  synchronized void waits(Channel channel) {
    if (open.contains(channel)) {
      waiting.remove(channel);
      waiting.add(channel);
    }
  }

  synchronized void closed(Channel channel) {
    open.remove(channel);
    waiting.remove(channel);
  }
}
