package dev.offsession.localstack.client;

import dev.offsession.localstack.stack.Addresses;
import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.topics.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All charge events from now on, to look through and to wait for. */
public final class ChargeEvents implements AutoCloseable {
  private final List<ChargeEvent> events = new ArrayList<>();
  private final TopicTail tail;

  /** Begins to listen; events of charges requested after this returns will be seen. */
  public ChargeEvents(Addresses addresses) {
    tail = TopicTail.of(addresses, List.of(Topic.CHARGE_EVENTS), this::add);
  }

  private synchronized void add(TopicTail.Arrival arrival) {
    if (arrival.value() instanceof ChargeEvent event) {
      events.add(event);
      notifyAll();
    }
  }

  /** The events of one charge so far, in order of arrival. */
  public synchronized List<ChargeEvent> of(String requestId) {
    return events.stream().filter(event -> event.getRequestId().equals(requestId)).toList();
  }

  /** The first event, past or coming, that is wanted; empty when none came in time. */
  public Optional<ChargeEvent> await(Predicate<ChargeEvent> wanted, Duration limit) {
    try {
      return awaitInterruptibly(wanted, limit);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackCallException("Interrupted while waiting for an event", e);
    }
  }

  private synchronized Optional<ChargeEvent> awaitInterruptibly(
      Predicate<ChargeEvent> wanted, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    int seen = 0;
    while (true) {
      for (; seen < events.size(); seen++) {
        if (wanted.test(events.get(seen))) {
          return Optional.of(events.get(seen));
        }
      }
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
  }

  @Override
  public void close() {
    tail.close();
  }
}
