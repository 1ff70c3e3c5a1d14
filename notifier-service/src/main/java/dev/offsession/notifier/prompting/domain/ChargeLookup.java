package dev.offsession.notifier.prompting.domain;

import java.util.Locale;

/** Asks the charge's owner how it stands at this moment. */
public interface ChargeLookup {
  /** The charge's state now. */
  Answer stateOf(RequestId request);

  /** How a charge stands. */
  sealed interface Answer {
    /** It waits for the customer. */
    record Needs(PromptKind kind) implements Answer {}

    /**
     * It does not wait for the customer.
     *
     * @param state the state's name in the owner's words
     */
    record NeedsNobody(String state) implements Answer {
      /** The state as a stable reason code. */
      public String reason() {
        return "charge_" + state.toLowerCase(Locale.ROOT);
      }
    }

    /** The owner has never heard of it. */
    record Unknown() implements Answer {}

    /**
     * No answer now.
     *
     * @param reason stable code
     */
    record Unavailable(String reason) implements Answer {}
  }
}
