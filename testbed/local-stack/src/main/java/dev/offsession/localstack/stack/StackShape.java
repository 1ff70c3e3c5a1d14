package dev.offsession.localstack.stack;

import java.util.EnumSet;
import java.util.Set;

/**
 * What may differ from stack to stack.
 *
 * @param services those that the stack starts; the others are the caller's to start
 * @param brokers how many
 * @param simulatorHeapMb longest heap of the Stripe simulator, which keeps everything in memory
 */
public record StackShape(Set<Service> services, int brokers, int simulatorHeapMb) {
  private static final int SMALL_HEAP_MB = 128;

  public StackShape {
    services = Set.copyOf(services);
  }

  /** All services, one broker. */
  public static StackShape whole() {
    return with(EnumSet.allOf(Service.class));
  }

  /** Only these services. */
  public static StackShape with(Set<Service> services) {
    return new StackShape(services, 1, SMALL_HEAP_MB);
  }

  /** The same with so many brokers. */
  public StackShape withBrokers(int count) {
    return new StackShape(services, count, simulatorHeapMb);
  }

  /** The same with more room for the simulator. */
  public StackShape withSimulatorHeapMb(int megabytes) {
    return new StackShape(services, brokers, megabytes);
  }
}
