package dev.offsession.simulator.http;

import dev.offsession.simulator.engine.ApiError;
import dev.offsession.simulator.engine.ErrorType;
import dev.offsession.simulator.engine.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One writer per intent; the second waits a little and is then refused with 429. */
final class IntentLocks {
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Duration patience;

  IntentLocks(Duration patience) {
    this.patience = patience;
  }

  /** Holds the intent that a call writes to; a call that writes to none holds nothing. */
  Held hold(ApiCall call) {
    String id = call.pathVariables().get("id");
    boolean writesIntent = call.method().equals("POST") && id != null && id.matches("(pi|seti)_.*");
    if (!writesIntent) {
      return () -> {};
    }
    ReentrantLock lock = locks.computeIfAbsent(id, _ -> new ReentrantLock());
    if (!acquire(lock)) {
      throw lockTimeout();
    }
    return lock::unlock;
  }

  /** The answer to a call that finds its object taken. */
  static Refusal lockTimeout() {
    return new Refusal(
        429,
        ApiError.plain(
            ErrorType.INVALID_REQUEST_ERROR,
            "lock_timeout",
            "This object cannot be accessed right now because another API request or Stripe"
                + " process is currently accessing it.",
            null),
        false);
  }

  private boolean acquire(ReentrantLock lock) {
    try {
      return lock.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Something held until it is closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
