package dev.offsession.charging.paysim;

import org.jspecify.annotations.Nullable;

/** The threads of all simulated processes: one runs at a time. */
final class Fibers {
  private final Timeline timeline;
  private @Nullable Fiber current;

  Fibers(Timeline timeline) {
    this.timeline = timeline;
  }

  Timeline timeline() {
    return timeline;
  }

  /** The fiber that runs. */
  Fiber current() {
    if (current == null) {
      throw new IllegalStateException("no fiber runs");
    }
    return current;
  }

  /** Starts a thread of this process, soon. */
  Fiber start(Worker owner, Runnable body) {
    Fiber fiber = new Fiber(this, owner, body);
    timeline.in(0, fiber::resume);
    return fiber;
  }

  /** The running fiber waits so long. */
  void pause(long millis) {
    Fiber fiber = current();
    long wait = fiber.nextWait();
    timeline.in(millis, () -> fiber.wake(wait));
    fiber.park();
  }

  void enter(Fiber fiber) {
    current = fiber;
  }

  void exit() {
    current = null;
  }
}
