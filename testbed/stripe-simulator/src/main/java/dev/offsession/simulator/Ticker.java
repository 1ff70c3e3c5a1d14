package dev.offsession.simulator;

import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.webhooks.Webhooks;

/** Lets time pass: runs what has fallen due, several times a second. */
final class Ticker implements AutoCloseable {
  private static final long PERIOD_MILLIS = 25;

  private final Thread thread;

  private Ticker(Thread thread) {
    this.thread = thread;
  }

  static Ticker start(Account account, Webhooks webhooks) {
    return new Ticker(
        Thread.ofVirtual().name("simulator-ticker").start(() -> run(account, webhooks)));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private static void run(Account account, Webhooks webhooks) {
    try {
      while (true) {
        Thread.sleep(PERIOD_MILLIS);
        webhooks.send(account.runDue());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
