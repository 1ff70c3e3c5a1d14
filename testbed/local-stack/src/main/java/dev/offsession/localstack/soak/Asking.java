package dev.offsession.localstack.soak;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same question about many things, several at a time. */
final class Asking {
  private Asking() {}

  /** The answers, in the order of the things. */
  static <T, A> List<A> each(List<T> things, Function<T, A> question, int atOnce) {
    try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
      List<Future<A>> answers =
          things.stream().map(thing -> threads.submit(() -> question.apply(thing))).toList();
      return answers.stream().map(Asking::get).toList();
    }
  }

  private static <A> A get(Future<A> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking", e);
    }
  }
}
