package dev.offsession.charging.domain;

import java.util.Optional;

/** Reads Stripe's own JSON. */
public interface IntentReader {
  /** The intent in the body of a Stripe event; empty when it holds none or cannot be read. */
  Optional<IntentSnapshot> fromEvent(byte[] body);
}
