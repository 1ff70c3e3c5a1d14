package dev.offsession.collector.brake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** One bucket of tries for each key, in bounded memory. Safe for use by many threads. */
final class Buckets {
  private final int tries;
  private final Duration window;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  Buckets(int tries, Duration window, int rememberedMax, TimeMeter time) {
    this.tries = tries;
    this.window = window;
    this.time = time;
    // A bucket that was left alone for a window is full again, so forgetting it changes nothing.
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(rememberedMax)
            .expireAfterAccess(window)
            .ticker(time::currentTimeNanos)
            .build();
  }

  /** Takes one try; zero when there was one, else how long until the next. */
  Duration take(String key) {
    var probe = buckets.get(key, _ -> full()).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /** How long until the next try; takes none. */
  Duration waitOf(String key) {
    var bucket = buckets.getIfPresent(key);
    return bucket == null
        ? Duration.ZERO
        : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** How many keys are remembered now. */
  long remembered() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, window))
        .withCustomTimePrecision(time)
        .build();
  }
}
