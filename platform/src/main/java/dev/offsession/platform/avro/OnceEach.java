package dev.offsession.platform.avro;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Answers that never change, asked for once. One caller asks and the others wait for its answer, so
 * an outage costs all of them one wait, not one after another. A failure is handed to those who
 * wait and then forgotten.
 */
final class OnceEach<K, V> {

  private final ConcurrentMap<K, CompletableFuture<V>> known = new ConcurrentHashMap<>();

  V get(K key, Supplier<V> ask) {
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> answer = known.putIfAbsent(key, mine);
    return answer == null ? fill(key, mine, ask) : await(answer);
  }

  private V fill(K key, CompletableFuture<V> mine, Supplier<V> ask) {
    try {
      V value = ask.get();
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      known.remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static <V> V await(CompletableFuture<V> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }
}
