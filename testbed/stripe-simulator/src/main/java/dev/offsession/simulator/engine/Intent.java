package dev.offsession.simulator.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PaymentIntent and SetupIntent have in common: a state, a secret, a customer. */
public sealed interface Intent extends Resource permits PaymentIntent, SetupIntent {

  /** {@code payment_intent} or {@code setup_intent}. */
  String kind();

  /** Lets the customer's browser see and confirm this intent, and nothing else. */
  String clientSecret();

  /** Where the intent stands. */
  IntentState state();

  /** The customer who pays or saves a card. */
  @Nullable String customer();

  /** The merchant's own key-value pairs. */
  Map<String, String> metadata();
}
