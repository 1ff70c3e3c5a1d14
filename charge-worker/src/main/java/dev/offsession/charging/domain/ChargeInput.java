package dev.offsession.charging.domain;

import java.util.List;
import java.util.Optional;

/** What can happen to a charge. */
public sealed interface ChargeInput {

  /** Time to look: a timer ran out, a hint came, or the process that held the charge is gone. */
  record Due() implements ChargeInput {}

  /** The customer as payment-collector last told us: the answer to {@link Effect.AskCustomer}. */
  record CustomerKnown(Customer customer) implements ChargeInput {}

  /** Nobody has told us of this customer. */
  record CustomerUnknown() implements ChargeInput {}

  /** The intent was seen: in Stripe's answer, in an event, or by looking. */
  record Seen(Evidence evidence) implements ChargeInput {}

  /**
   * All intents at Stripe that carry this request's id: the answer to {@link Effect.FindIntents}.
   */
  record Found(List<Evidence> intents) implements ChargeInput {
    public Found {
      intents = List.copyOf(intents);
    }
  }

  /** A question to Stripe ended without an answer we can trust. Never a failure. */
  record NoAnswer(Trouble trouble) implements ChargeInput {}

  /**
   * Stripe refused the question itself, definitely and without acting on it.
   *
   * @param code Stripe's error code
   * @param param the parameter it did not like
   */
  record Refused(String code, Optional<String> param) implements ChargeInput {}

  /** Somebody of the merchant wants the charge canceled. */
  record CancelAsked(String reason) implements ChargeInput {}
}
