package dev.offsession.benchmarks.suite;

/**
 * What Stripe permits, and what charge-worker is told of it.
 *
 * @param account calls per second on the account
 * @param endpoint calls per second on each endpoint
 * @param permitted charges per second that follow: two calls each
 */
record Profile(String name, int account, int endpoint, int permitted) {
  /** Stripe's documented limits. */
  static final Profile DEFAULT = new Profile("25", 100, 25, 25);

  /** After one has asked Stripe for more. */
  static final Profile RAISED = new Profile("100", 200, 100, 100);

  /** More than this machine can do. */
  static final Profile UNLIMITED = new Profile("unlimited", 100_000, 100_000, 100_000);
}
