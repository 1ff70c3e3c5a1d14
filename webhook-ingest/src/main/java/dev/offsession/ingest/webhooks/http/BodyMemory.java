package dev.offsession.ingest.webhooks.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What all bodies together may take while they arrive. Stripe's events rarely exceed a few
 * kilobytes, so a small body always has its place; only larger ones share what there is, and a
 * flood of them keeps out no event but large ones. Safe for many threads.
 */
final class BodyMemory {

  /** Bytes that every body may have. */
  static final int FREE = 16 * 1024;

  private final AtomicLong left;

  /**
   * @param max bytes for all bodies larger than {@link #FREE}
   */
  BodyMemory(long max) {
    left = new AtomicLong(max);
  }

  /** False, and nothing is taken, when there is not so much left. */
  boolean reserve(long bytes) {
    if (left.addAndGet(-bytes) >= 0) {
      return true;
    }
    left.addAndGet(bytes);
    return false;
  }

  void release(long bytes) {
    left.addAndGet(bytes);
  }
}
