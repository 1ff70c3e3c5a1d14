package dev.offsession.charging.paysim;

import java.time.Duration;

/** What goes wrong, and when: single faults by chance, and whole outages. None after it healed. */
final class Faults {
  /** What an operation of the store comes to. */
  enum StoreFault {
    NONE,
    /** Refused, or lost on the way there. */
    NOT_DONE,
    /** Done, but nobody says so. */
    DONE_UNSAID
  }

  /** What becomes of a call to Stripe on its way. */
  enum LineFault {
    NONE,
    /** No connection: nothing was sent. */
    CONNECTION_REFUSED,
    /** The call never arrives. */
    LOST_BEFORE,
    /** The call arrives; its answer never does. */
    LOST_AFTER,
    /** The connection breaks at once; the call arrives all the same. */
    RESET,
    /** The call arrives much later than its sender waits. */
    CRAWLS
  }

  /** What Stripe itself does with a call that arrived. */
  enum StripeFault {
    NONE,
    RATE_LIMITED,
    UNAVAILABLE,
    /** A saved error, without the effect. */
    ERROR_BEFORE,
    /** A saved error, with the effect. */
    ERROR_AFTER,
    SLOW,
    VERY_SLOW
  }

  private final Timeline timeline;
  private final Dice dice;
  private final Plan plan;
  private boolean healed;
  private long storeAwayUntil;
  private long outletAwayUntil;
  private long stripeAwayUntil;
  private int stripeOutages;
  private long keyRefusedUntil;

  Faults(Timeline timeline, Dice dice, Plan plan) {
    this.timeline = timeline;
    this.dice = dice;
    this.plan = plan;
  }

  /** Plans the outages of the run. */
  void schedule() {
    for (int i = plan.outages(dice); i > 0; i--) {
      timeline.in(dice.millis(0, plan.faultsEndAfter()), this::outage);
    }
    timeline.in(plan.faultsEndAfter(), () -> healed = true);
  }

  boolean isHealed() {
    return healed;
  }

  private void outage() {
    long until = timeline.now() + dice.millis(Duration.ofSeconds(10), Duration.ofHours(2));
    switch (dice.below(4)) {
      case 0 -> storeAwayUntil = until;
      case 1 -> outletAwayUntil = until;
      case 2 -> keyRefusedUntil = until;
      default -> stripeGoesAway(dice.millis(Duration.ofSeconds(10), Duration.ofHours(30)));
    }
  }

  /** Nothing reaches Stripe from now on for so many milliseconds, or until all is healed. */
  void stripeGoesAway(long millis) {
    stripeAwayUntil = timeline.now() + millis;
    stripeOutages++;
  }

  boolean stripeIsAway() {
    return isOn(stripeAwayUntil);
  }

  /** The number of the latest outage of Stripe. */
  int stripeOutage() {
    return stripeOutages;
  }

  boolean keyIsRefused() {
    return isOn(keyRefusedUntil);
  }

  boolean crashes() {
    return !healed && dice.chance(plan.crash());
  }

  boolean freezes() {
    return !healed && dice.chance(plan.freeze());
  }

  /** How long the next step of a process takes, milliseconds. */
  long latency() {
    if (!healed && dice.chance(plan.slowStep())) {
      return dice.millis(Duration.ofMillis(20), Duration.ofSeconds(90));
    }
    return dice.below(12);
  }

  StoreFault store() {
    if (isOn(storeAwayUntil)) {
      return StoreFault.NOT_DONE;
    }
    if (healed || !dice.chance(plan.store())) {
      return StoreFault.NONE;
    }
    return dice.chance(0.5) ? StoreFault.NOT_DONE : StoreFault.DONE_UNSAID;
  }

  LineFault line() {
    if (stripeIsAway()) {
      return dice.chance(0.5) ? LineFault.CONNECTION_REFUSED : LineFault.LOST_BEFORE;
    }
    if (healed || !dice.chance(plan.line())) {
      return LineFault.NONE;
    }
    LineFault[] all = LineFault.values();
    return all[1 + dice.below(all.length - 1)];
  }

  /** True when a call is lost because something else has gone wrong already. */
  boolean lucklessCall() {
    return !healed && dice.chance(0.4);
  }

  StripeFault stripe() {
    if (healed || !dice.chance(plan.line())) {
      return StripeFault.NONE;
    }
    StripeFault[] all = StripeFault.values();
    return all[1 + dice.below(all.length - 1)];
  }

  /** True when publishing fails; whether it had its effect is another question. */
  boolean outlet() {
    return isOn(outletAwayUntil) || (!healed && dice.chance(plan.outlet()));
  }

  boolean outletIsAway() {
    return isOn(outletAwayUntil);
  }

  boolean commitIsLost() {
    return !healed && dice.chance(0.02);
  }

  private boolean isOn(long until) {
    return !healed && timeline.now() < until;
  }
}
