package dev.offsession.simulator.quota;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Refuses calls beyond so many a second, as Stripe does (docs.stripe.com/rate-limits). Off until it
 * is set. Stripe does not say how it counts; a token bucket with one second's worth is what its
 * engineers have described. Thread-safe.
 */
public final class Quotas {
  private final LongSupplier nanos;
  private final Map<String, Bucket> endpoints = new HashMap<>();
  private @Nullable Bucket account;
  private int perEndpoint;
  private long admitted;
  private long refused;

  /** What was exceeded, by the names of Stripe's header {@code Stripe-Rate-Limited-Reason}. */
  public enum Reason {
    ACCOUNT("global-rate"),
    ENDPOINT("endpoint-rate");

    private final String wireName;

    Reason(String wireName) {
      this.wireName = wireName;
    }

    /** The header's value. */
    public String wireName() {
      return wireName;
    }
  }

  /** How many calls were let in and sent away since {@link #set}. */
  public record Count(long admitted, long refused) {}

  /**
   * No limits yet.
   *
   * @param nanos a clock that never jumps
   */
  public Quotas(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Sets both limits in calls per second, 0 for none, and counts from zero again. */
  public synchronized void set(int accountPerSecond, int endpointPerSecond) {
    account = accountPerSecond == 0 ? null : new Bucket(accountPerSecond, nanos.getAsLong());
    perEndpoint = endpointPerSecond;
    endpoints.clear();
    admitted = 0;
    refused = 0;
  }

  /** Counts a call of this endpoint; what it exceeds, if anything. */
  public synchronized Optional<Reason> exceededBy(String endpoint) {
    long now = nanos.getAsLong();
    Bucket own =
        perEndpoint == 0
            ? null
            : endpoints.computeIfAbsent(endpoint, _ -> new Bucket(perEndpoint, now));
    Optional<Reason> reason = exceeded(own, now);
    if (reason.isPresent()) {
      refused++;
      return reason;
    }
    admitted++;
    take(account);
    take(own);
    return reason;
  }

  /** The count so far. */
  public synchronized Count count() {
    return new Count(admitted, refused);
  }

  private Optional<Reason> exceeded(@Nullable Bucket own, long now) {
    if (account != null && !account.hasOne(now)) {
      return Optional.of(Reason.ACCOUNT);
    }
    return own == null || own.hasOne(now) ? Optional.empty() : Optional.of(Reason.ENDPOINT);
  }

  private static void take(@Nullable Bucket bucket) {
    if (bucket != null) {
      bucket.takeOne();
    }
  }
}
