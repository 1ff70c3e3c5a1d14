package dev.offsession.localstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** Plays scenes side by side and prints them in order, each as soon as those before it are done. */
final class Programme {
  private static final Duration PATIENCE_OF_WATCHERS = Duration.ofSeconds(5);

  private final List<Scene> scenes;
  private final PrintStream out;
  private final int atOnceMax;
  private String lastSaid = "";

  /**
   * @param atOnceMax scenes played at once; 1 for a person who can be in one place only
   */
  Programme(List<Scene> scenes, PrintStream out, int atOnceMax) {
    this.scenes = List.copyOf(scenes);
    this.out = out;
    this.atOnceMax = atOnceMax;
  }

  private record Playing(Scene scene, Observations seen, CompletableFuture<Performance> end) {}

  /** The performances in the order of the programme. */
  List<Performance> play(BiConsumer<Scene, Observations> player) {
    try (ExecutorService threads =
        Executors.newFixedThreadPool(atOnceMax, Thread.ofVirtual().factory())) {
      List<Playing> playing = scenes.stream().map(scene -> begin(scene, player, threads)).toList();
      List<Performance> performances = new ArrayList<>();
      for (Playing one : playing) {
        Performance performance = awaitEnd(one);
        SceneLine.print(performance, out);
        performances.add(performance);
      }
      return performances;
    }
  }

  private static Playing begin(
      Scene scene, BiConsumer<Scene, Observations> player, ExecutorService threads) {
    Observations seen = new Observations();
    return new Playing(
        scene,
        seen,
        CompletableFuture.supplyAsync(
            () -> Performance.of(scene, observations -> player.accept(scene, observations), seen),
            threads));
  }

  /** What is still the same needs no second line. */
  private void sayOnce(String line) {
    if (!line.equals(lastSaid)) {
      out.println(line);
      lastSaid = line;
    }
  }

  private Performance awaitEnd(Playing one) {
    while (true) {
      try {
        return one.end().get(PATIENCE_OF_WATCHERS.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        sayOnce("  ...  (" + one.scene().letter() + ") " + one.seen().step());
      } catch (ExecutionException e) {
        throw new IllegalStateException("A scene fell apart", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted during the demo", e);
      }
    }
  }
}
