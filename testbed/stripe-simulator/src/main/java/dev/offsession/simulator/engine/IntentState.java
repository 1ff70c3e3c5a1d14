package dev.offsession.simulator.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an intent stands; each state holds only what is true in it. */
public sealed interface IntentState {

  /** Stripe's name of the state. */
  String status();

  /** The card that the state is about, if any. */
  @Nullable String paymentMethod();

  /** Needs a card: new, or the last attempt failed. */
  record RequiresPaymentMethod(@Nullable ApiError lastError) implements IntentState {
    @Override
    public String status() {
      return "requires_payment_method";
    }

    @Override
    public @Nullable String paymentMethod() {
      return null;
    }
  }

  /**
   * Has a card and waits for the confirmation.
   *
   * @param authenticated the customer has passed the challenge, the server must confirm once more
   */
  record RequiresConfirmation(String paymentMethod, boolean authenticated) implements IntentState {
    @Override
    public String status() {
      return "requires_confirmation";
    }
  }

  /** The bank wants the customer. */
  record RequiresAction(String paymentMethod, Challenge challenge) implements IntentState {
    @Override
    public String status() {
      return "requires_action";
    }
  }

  /** The bank will answer later. */
  record Processing(String paymentMethod) implements IntentState {
    @Override
    public String status() {
      return "processing";
    }
  }

  /** Authorized but not collected. */
  record RequiresCapture(String paymentMethod, long capturable) implements IntentState {
    @Override
    public String status() {
      return "requires_capture";
    }
  }

  /** Given up for good; the reason may be unsaid. */
  record Canceled(@Nullable String paymentMethod, Instant at, @Nullable String reason)
      implements IntentState {
    @Override
    public String status() {
      return "canceled";
    }
  }

  /** Paid or saved; received is 0 for a SetupIntent. */
  record Succeeded(String paymentMethod, long received) implements IntentState {
    @Override
    public String status() {
      return "succeeded";
    }
  }
}
