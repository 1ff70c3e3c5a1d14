package dev.offsession.platform.stripe;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What the latest calls to Stripe said about whether it can be reached and works. */
final class StripeReach {
  private static final int SERVER_ERRORS_FROM = 500;

  private final LongSupplier nanos;
  private boolean answered;
  private boolean silent;
  private long lastNanos;
  private int errorsInRow;

  /**
   * @param nanos a clock that never jumps
   */
  StripeReach(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** A call was answered. */
  synchronized void heard(int status) {
    answered = true;
    silent = false;
    lastNanos = nanos.getAsLong();
    errorsInRow = status < SERVER_ERRORS_FROM ? 0 : errorsInRow + 1;
  }

  /** A call got no answer. */
  synchronized void heardNothing() {
    silent = true;
    lastNanos = nanos.getAsLong();
  }

  /** Whether the newest call of this age at most was answered, so that nobody needs to ask. */
  synchronized boolean answeredWithin(Duration age) {
    return answered && !silent && isWithin(age);
  }

  /** Server errors in a row, if the newest is not older than this. */
  synchronized int errorsWithin(Duration age) {
    return isWithin(age) ? errorsInRow : 0;
  }

  private boolean isWithin(Duration age) {
    return nanos.getAsLong() - lastNanos <= age.toNanos();
  }
}
