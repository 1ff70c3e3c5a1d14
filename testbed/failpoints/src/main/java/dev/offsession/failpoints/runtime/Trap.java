package dev.offsession.failpoints.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Where the woven calls arrive. Does nothing unless this very place is armed. */
public final class Trap {
  /** System property: the folder that the run and all its services share. */
  public static final String DIRECTORY_PROPERTY = "offsession.failpoints";

  /** System property: how long a stopped process stands still. */
  public static final String STOP_SECONDS_PROPERTY = "offsession.failpoints.stop-seconds";

  private static final int KILLED = 137;
  private static final @Nullable Path DIRECTORY = directory();
  private static final Map<String, AtomicInteger> HITS = new ConcurrentHashMap<>();

  private Trap() {}

  /**
   * Called before and after each woven method.
   *
   * @param place class, method and moment
   * @param seen the arguments, and after the call its result too
   */
  public static void hit(String place, @Nullable Object[] seen) {
    Path directory = DIRECTORY;
    if (directory != null) {
      Armed.read(directory)
          .filter(armed -> armed.place().equals(place) && contains(armed.seen(), seen))
          .filter(armed -> count(armed.id()) == armed.hit() && armed.take(directory))
          .ifPresent(armed -> fire(armed.action(), place));
    }
  }

  /** {@code Type~text} asks for the text in an argument of that type only. */
  private static boolean contains(String wanted, @Nullable Object[] seen) {
    int tilde = wanted.indexOf('~');
    String start = tilde < 0 ? "" : wanted.substring(0, tilde);
    String text = wanted.substring(tilde + 1);
    return text.isEmpty()
        || Arrays.stream(seen)
            .map(String::valueOf)
            .anyMatch(one -> one.startsWith(start) && one.contains(text));
  }

  private static int count(String id) {
    return HITS.computeIfAbsent(id, _ -> new AtomicInteger()).incrementAndGet();
  }

  private static void fire(Action action, String place) {
    System.err.println("failpoint " + place + ": " + action);
    // No switch: it would need one more class in the woven jar.
    if (action == Action.HALT) {
      Runtime.getRuntime().halt(KILLED);
    } else if (action == Action.EXCEPTION) {
      throw new TrappedException(place);
    } else {
      stopMyself();
    }
  }

  /** Stands still, and goes on by the hand of another process: nobody has to remember it. */
  private static void stopMyself() {
    String pid = Long.toString(ProcessHandle.current().pid());
    String seconds = System.getProperty(STOP_SECONDS_PROPERTY, "5");
    try {
      new ProcessBuilder("sh", "-c", "kill -STOP $0; sleep $1; kill -CONT $0", pid, seconds)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Path directory() {
    String named = System.getProperty(DIRECTORY_PROPERTY);
    return named == null ? null : Path.of(named);
  }
}
