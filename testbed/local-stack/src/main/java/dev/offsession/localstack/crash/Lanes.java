package dev.offsession.localstack.crash;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same work in several lanes beside each other. */
final class Lanes {
  private Lanes() {}

  /**
   * Waits for all lanes; what they made, in their order. The first failure is thrown at the end.
   */
  static <T> List<T> all(IntStream lanes, IntFunction<T> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          lanes.mapToObj(lane -> threads.submit(() -> work.apply(lane))).toList();
      return running.stream().map(Lanes::get).toList();
    }
  }

  private static <T> T get(Future<T> lane) {
    try {
      return lane.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the lanes worked", e);
    }
  }
}
