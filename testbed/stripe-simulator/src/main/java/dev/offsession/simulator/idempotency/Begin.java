package dev.offsession.simulator.idempotency;

/** What a key says about the call that carries it. */
public sealed interface Begin {
  /** A new key: do the work, then save or release. */
  record First() implements Begin {}

  /** The work was done before. */
  record Replay(SavedAnswer answer) implements Begin {}

  /** Another call with this key is at work right now. */
  record InFlight() implements Begin {}

  /** The key was used with other parameters. */
  record OtherParameters() implements Begin {}

  /** The key was used on another endpoint. */
  record OtherEndpoint(String now, String before) implements Begin {}
}
