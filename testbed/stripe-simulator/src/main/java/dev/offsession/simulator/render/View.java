package dev.offsession.simulator.render;

/** Who will read an object. */
public enum View {
  /** The merchant's server: everything. */
  SECRET,
  /** The customer's browser: no metadata, no charge, no secrets of the account. */
  PUBLISHABLE
}
