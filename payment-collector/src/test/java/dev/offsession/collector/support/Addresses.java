package dev.offsession.collector.support;

import java.util.concurrent.atomic.AtomicInteger;

/** Addresses of visitors, each given once: what one test tries does not slow another. */
public final class Addresses {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Addresses() {}

  /** The next one. */
  public static String next() {
    var number = NEXT.incrementAndGet();
    return "10.%d.%d.%d".formatted(number >> 16 & 0xff, number >> 8 & 0xff, number & 0xff);
  }
}
