package dev.offsession.platform.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A W3C {@code traceparent}: which trace a record or request belongs to (w3.org/TR/trace-context).
 *
 * @param value version, trace id, parent id and flags as the header has them
 */
public record TraceParent(String value) {

  /** Name of the header in HTTP and on Kafka records. */
  public static final String HEADER = "traceparent";

  /**
   * Version, a dash, 32 digits of the trace, a dash, 16 of the parent, a dash, two of the flags.
   */
  private static final int LENGTH = 55;

  private static final int TRACE_AT = 3;
  private static final int PARENT_AT = 36;
  private static final int FLAGS_AT = 53;
  private static final ThreadLocal<@Nullable TraceParent> CURRENT = new ThreadLocal<>();

  public TraceParent {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("Not a traceparent");
    }
  }

  /**
   * The header's value, or empty when it is absent or malformed: a trace is never worth an error.
   */
  public static Optional<TraceParent> parse(@Nullable String header) {
    return header != null && isWellFormed(header)
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

  /** By hand: as a regular expression it took a thirtieth of the work for a charge. */
  private static boolean isWellFormed(String text) {
    return text.length() == LENGTH
        && text.startsWith("00-")
        && isId(text, TRACE_AT, PARENT_AT - 1)
        && isId(text, PARENT_AT, FLAGS_AT - 1)
        && isHex(text, FLAGS_AT, LENGTH);
  }

  /** Digits, not all of them zero, and a dash. */
  private static boolean isId(String text, int from, int to) {
    return isHex(text, from, to)
        && text.charAt(to) == '-'
        && !text.substring(from, to).chars().allMatch(c -> c == '0');
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
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
