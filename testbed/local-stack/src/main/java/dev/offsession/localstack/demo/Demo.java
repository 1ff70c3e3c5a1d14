package dev.offsession.localstack.demo;

import dev.offsession.localstack.browser.CustomerAgent;
import dev.offsession.localstack.stack.Addresses;
import java.io.PrintStream;

/** Plays the story against a running stack. */
public final class Demo {
  private final Addresses addresses;
  private final CustomerAgent customer;
  private final PrintStream out;

  /**
   * @param customer who acts on the pages
   * @param out where each scene is told
   */
  public Demo(Addresses addresses, CustomerAgent customer, PrintStream out) {
    this.addresses = addresses;
    this.customer = customer;
    this.out = out;
  }

  /** Plays all scenes; true only if each ended as it must. */
  public boolean play() {
    out.println("No scenes yet for " + addresses.collector() + ", " + customer.description());
    return false;
  }
}
