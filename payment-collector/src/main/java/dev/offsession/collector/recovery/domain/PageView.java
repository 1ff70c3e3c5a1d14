package dev.offsession.collector.recovery.domain;

import dev.offsession.collector.cards.CardFace;
import dev.offsession.collector.cards.DeclineText;
import org.jspecify.annotations.Nullable;

/** The state the recovery page is in; each state holds only what is true in it. */
public sealed interface PageView {

  /** The bank wants the customer to approve the payment with the saved card. */
  record Authenticate(Approval approval, @Nullable CardFace card, boolean triedBefore)
      implements PageView {}

  /** The payment needs another card. */
  record NewCard(DeclineText reason, @Nullable CardFace refused) implements PageView {}

  /** Stripe or the bank works on it; nothing to do but wait. */
  record Processing() implements PageView {}

  /** Paid. */
  record Succeeded(@Nullable CardFace card) implements PageView {}

  /** The merchant canceled the charge; nothing will be charged. */
  record Canceled() implements PageView {}

  /** The link's or the charge's time has passed. */
  record Expired() implements PageView {}

  /** The charge was given up. */
  record Failed() implements PageView {}

  /** How the saved card is approved. */
  sealed interface Approval {
    /** Confirm the intent again with this method, the customer being present. */
    record Confirm(String methodId) implements Approval {}

    /** The intent already waits for the customer: go on where it stands. */
    record Continue() implements Approval {}
  }
}
