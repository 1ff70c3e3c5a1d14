package dev.offsession.localstack.demo;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A scene that was played, with its verdict. */
record Performance(Scene scene, Observations seen, @Nullable String failure, Duration took) {

  /** Plays the scene; whatever goes wrong becomes part of the verdict. */
  static Performance of(Scene scene, Consumer<Observations> play, Observations seen) {
    long start = System.nanoTime();
    String stuck = null;
    try {
      play.accept(seen);
    } catch (RuntimeException e) {
      stuck = e.getMessage() == null ? e.toString() : e.getMessage();
    }
    String verdict = stuck == null ? seen.verdict(scene.expected()) : stuck;
    return new Performance(scene, seen, verdict, Duration.ofNanos(System.nanoTime() - start));
  }

  boolean ok() {
    return failure == null;
  }
}
