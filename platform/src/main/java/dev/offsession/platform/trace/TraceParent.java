package dev.offsession.platform.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C {@code traceparent}: which trace a record or request belongs to (w3.org/TR/trace-context).
 *
 * @param value version, trace id, parent id and flags as the header has them
 */
public record TraceParent(String value) {

  /** Name of the header in HTTP and on Kafka records. */
  public static final String HEADER = "traceparent";

  private static final Pattern FORMAT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final ThreadLocal<@Nullable TraceParent> CURRENT = new ThreadLocal<>();

  public TraceParent {
    if (!FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a traceparent");
    }
  }

  /**
   * The header's value, or empty when it is absent or malformed: a trace is never worth an error.
   */
  public static Optional<TraceParent> parse(@Nullable String header) {
    return header != null && FORMAT.matcher(header).matches()
        ? Optional.of(new TraceParent(header))
        : Optional.empty();
  }

  /** A new trace that starts here. */
  public static TraceParent create() {
    return new TraceParent("00-" + randomHex(16) + "-" + randomHex(8) + "-01");
  }

  /** The trace this thread works on, or a new one. */
  public static TraceParent currentOrNew() {
    TraceParent current = CURRENT.get();
    return current == null ? create() : current;
  }

  /** Runs the work with this as the thread's current trace. */
  public void during(Runnable work) {
    within(() -> {
      work.run();
      return this;
    });
  }

  /** What the work returns, with this as the thread's current trace. */
  public <T> T within(Supplier<T> work) {
    TraceParent before = CURRENT.get();
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      if (before == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }

  private static String randomHex(int bytes) {
    byte[] random = new byte[bytes];
    do {
      ThreadLocalRandom.current().nextBytes(random);
    } while (isZero(random)); // All zeros is the one id that the standard forbids.
    return HexFormat.of().formatHex(random);
  }

  private static boolean isZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
