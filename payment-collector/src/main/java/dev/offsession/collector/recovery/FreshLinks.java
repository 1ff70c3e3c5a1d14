package dev.offsession.collector.recovery;

import reactor.core.publisher.Mono;

/** Has a fresh link mailed to the address on file: whoever asks, only the customer gets it. */
public interface FreshLinks {
  /** Whether fresh links can be had at all. */
  boolean areOffered();

  /**
   * Asks for one. Says nothing about whether the charge still needs it; completes when the wish is
   * noted, fails when nobody could note it. Asking often sends one mail.
   */
  Mono<Void> ask(String requestId);
}
