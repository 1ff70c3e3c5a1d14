package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/** What Stripe said to a question, in plain values. A 402 is an answer like any other. */
public sealed interface GatewayReply {

  /** The intent as it is after the call, paid or refused. */
  record Sighted(IntentSnapshot intent) implements GatewayReply {}

  /** All intents that were looked for, oldest first. */
  record Listed(List<IntentSnapshot> intents) implements GatewayReply {
    public Listed {
      intents = List.copyOf(intents);
    }
  }

  /**
   * Stripe did not do what was asked, and said so.
   *
   * @param code Stripe's error code
   * @param intent as it is, where Stripe showed it
   */
  record Refused(String code, Optional<String> param, Optional<IntentSnapshot> intent)
      implements GatewayReply {}

  /** No answer that can be trusted. */
  record NoAnswer(Trouble trouble) implements GatewayReply {}
}
