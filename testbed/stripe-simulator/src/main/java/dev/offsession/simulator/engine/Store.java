package dev.offsession.simulator.engine;

import java.util.List;

/** Everything the account holds. Not thread-safe: the account's lock guards it. */
public final class Store {
  private final Shelf<Customer> customers = new Shelf<>();
  private final Shelf<PaymentMethod> paymentMethods = new Shelf<>();
  private final Shelf<SetupIntent> setupIntents = new Shelf<>();
  private final Shelf<SetupAttempt> setupAttempts = new Shelf<>();
  private final Shelf<Mandate> mandates = new Shelf<>();
  private final Shelf<PaymentIntent> paymentIntents = new Shelf<>();
  private final Shelf<Charge> charges = new Shelf<>();
  private final Shelf<BalanceTransaction> balanceTransactions = new Shelf<>();
  private final Shelf<Refund> refunds = new Shelf<>();
  private final Shelf<Dispute> disputes = new Shelf<>();
  private final Shelf<WebhookEndpoint> webhookEndpoints = new Shelf<>();

  /** Customers, deleted ones included. */
  public Shelf<Customer> customers() {
    return customers;
  }

  /** Cards. */
  public Shelf<PaymentMethod> paymentMethods() {
    return paymentMethods;
  }

  /** Card savings. */
  public Shelf<SetupIntent> setupIntents() {
    return setupIntents;
  }

  /** Tries to save a card. */
  public Shelf<SetupAttempt> setupAttempts() {
    return setupAttempts;
  }

  /** Agreements to later charges. */
  public Shelf<Mandate> mandates() {
    return mandates;
  }

  /** Payments. */
  public Shelf<PaymentIntent> paymentIntents() {
    return paymentIntents;
  }

  /** Tries to take money: the truth about what was paid. */
  public Shelf<Charge> charges() {
    return charges;
  }

  /** Movements of the merchant's balance. */
  public Shelf<BalanceTransaction> balanceTransactions() {
    return balanceTransactions;
  }

  /** Money given back. */
  public Shelf<Refund> refunds() {
    return refunds;
  }

  /** Contested charges. */
  public Shelf<Dispute> disputes() {
    return disputes;
  }

  /** Receivers of events. */
  public Shelf<WebhookEndpoint> webhookEndpoints() {
    return webhookEndpoints;
  }

  /** Forgets everything but the webhook endpoints, which belong to the environment. */
  void clear() {
    List.of(
            customers,
            paymentMethods,
            setupIntents,
            setupAttempts,
            mandates,
            paymentIntents,
            charges,
            balanceTransactions,
            refunds,
            disputes)
        .forEach(Shelf::clear);
  }
}
