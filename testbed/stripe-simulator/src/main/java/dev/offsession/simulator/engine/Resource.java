package dev.offsession.simulator.engine;

import java.time.Instant;

/** An immutable snapshot of one object of the account; a change makes a new snapshot. */
public sealed interface Resource
    permits BalanceTransaction,
        Charge,
        Customer,
        Dispute,
        EarlyFraudWarning,
        Intent,
        Mandate,
        PaymentMethod,
        Refund,
        SetupAttempt,
        WebhookEndpoint {

  /** Stripe's id with its prefix. */
  String id();

  /** When the object was made, by the simulated clock. */
  Instant created();
}
