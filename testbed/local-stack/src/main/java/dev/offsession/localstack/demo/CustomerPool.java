package dev.offsession.localstack.demo;

import dev.offsession.localstack.browser.CustomerAgent;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** A few customers at their browsers, each busy with one page at a time. */
final class CustomerPool implements AutoCloseable {
  private final List<CustomerAgent> all;
  private final BlockingQueue<CustomerAgent> free;

  CustomerPool(List<CustomerAgent> agents) {
    all = List.copyOf(agents);
    free = new ArrayBlockingQueue<>(all.size(), true, all);
  }

  String description() {
    return all.getFirst().description();
  }

  /** Waits for a free one and lets it act. */
  <T> T act(Function<CustomerAgent, T> act) {
    CustomerAgent agent = take();
    try {
      return act.apply(agent);
    } finally {
      free.add(agent);
    }
  }

  private CustomerAgent take() {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a free browser", e);
    }
  }

  @Override
  public void close() {
    all.forEach(CustomerAgent::close);
  }
}
