package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.PaymentIntentId;
import java.util.HashMap;
import java.util.Map;

/** One thread of a simulated process. It runs only between two of its waits, and dies with it. */
final class Fiber {
  private final Fibers all;
  private final Worker owner;
  private final Coroutine coroutine;

  /** What this piece of work has seen of intents at Stripe, last sight each. */
  final Map<PaymentIntentId, String> sights = new HashMap<>();

  /** True once this piece of work has asked Stripe for the list of a request's intents. */
  boolean hasListed;

  private long waits;
  private boolean waiting;

  Fiber(Fibers all, Worker owner, Runnable body) {
    this.all = all;
    this.owner = owner;
    this.coroutine = new Coroutine(body);
  }

  Worker owner() {
    return owner;
  }

  /** Names the wait that comes next, so that only its own wake-up ends it. */
  long nextWait() {
    return waits + 1;
  }

  /** Leaves until somebody calls {@link #wake} for this wait. */
  void park() {
    waits++;
    waiting = true;
    Coroutine.leave();
  }

  /** Ends a wait; too late or for a dead process, it does nothing. */
  void wake(long wait) {
    if (wait == waits && waiting && owner.isAlive()) {
      if (owner.isFrozen()) {
        all.timeline().at(owner.frozenUntil(), () -> wake(wait));
      } else {
        waiting = false;
        resume();
      }
    }
  }

  void resume() {
    if (owner.isAlive()) {
      all.enter(this);
      coroutine.resume();
      all.exit();
    }
  }
}
