package dev.offsession.localstack.browser;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** Chooses who acts for the customer on this machine. */
public final class CustomerAgents {

  private static final Duration A_PERSONS_PATIENCE = Duration.ofMinutes(10);

  private CustomerAgents() {}

  /**
   * A person when asked for, else the machine's Chromium, else plain HTTP calls.
   *
   * @param watch whether a person with an own browser wants to do it
   * @param simulator the Stripe simulator, for the customer without a browser
   * @param temporary an existing folder for what a browser writes
   */
  public static CustomerAgent choose(
      boolean watch, URI simulator, Path temporary, PrintStream out) {
    if (watch) {
      return new WatchedCustomer(out, A_PERSONS_PATIENCE);
    }
    return new ChromiumFinder(System.getenv())
        .find()
        .<CustomerAgent>map(chromium -> new ChromiumCustomer(chromium, temporary))
        .orElseGet(() -> new HttpCustomer(simulator));
  }
}
