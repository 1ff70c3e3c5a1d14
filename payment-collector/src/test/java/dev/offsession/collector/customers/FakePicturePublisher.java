package dev.offsession.collector.customers;

import dev.offsession.collector.customers.domain.Picture;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Keeps what was told; can be out of reach. */
public final class FakePicturePublisher implements PicturePublisher {
  private final List<Picture> told = new CopyOnWriteArrayList<>();
  private volatile boolean reachable = true;
  private volatile Runnable before = () -> {};

  /** Everything told so far, oldest first. */
  public List<Picture> told() {
    return told;
  }

  /** Whether publishing works. */
  public void reachable(boolean reachable) {
    this.reachable = reachable;
  }

  /** Runs once, before the next picture is published. */
  public void beforeNext(Runnable work) {
    before = work;
  }

  @Override
  public Mono<Void> publish(Picture picture) {
    return Mono.fromRunnable(() -> {
      if (!reachable) {
        throw new IllegalStateException("no broker");
      }
      var work = before;
      before = () -> {};
      work.run();
      told.add(picture);
    });
  }
}
