package dev.offsession.simulator.http;

/** Who may call an endpoint. */
public enum Access {
  /** The merchant's server, with a secret or restricted key. */
  SERVER,
  /** The customer's browser too, with a publishable key. */
  BROWSER_TOO
}
