package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.TestCards;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An account at a fixed moment, without any HTTP, and the orders that tests give it. */
final class AnAccount {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private AnAccount() {}

  static Account empty() {
    return new Account(() -> START, new Ids(1), EngineSettings.DEFAULT);
  }

  static Customer customer(Account account) {
    return account
        .customers()
        .create(
            new Customer.Change(
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                Patch.keep(),
                MetadataPatch.NONE),
            Cause.STRIPE);
  }

  /** A card that is saved and prepared for charges without the customer. */
  static PaymentMethod saved(Account account, Customer customer, String readyMade) {
    PaymentMethod card =
        account.paymentMethods().ready(TestCards.byPaymentMethodId(readyMade).orElseThrow());
    PaymentMethod attached =
        account.paymentMethods().attach(card.id(), customer.id(), Cause.STRIPE);
    return account.paymentMethods().setUp(attached);
  }

  static PaymentIntent payment(Account account, Customer customer) {
    PaymentTerms.Change terms = change(new Patch.Set<>(customer.id()), Patch.keep());
    return account
        .paymentIntents()
        .create(
            new NewPayment(1200, "jpy", false, "always", "automatic", null, terms, null),
            Cause.STRIPE);
  }

  static Confirmation absent(PaymentMethod card) {
    return confirmation(false, true, card.id());
  }

  static Confirmation present(PaymentMethod card) {
    return confirmation(false, false, card.id());
  }

  static Confirmation inBrowser(@Nullable String card) {
    return confirmation(true, false, card);
  }

  static List<String> eventTypes(Account account) {
    return account.journal().newestFirst().reversed().stream().map(Event::type).toList();
  }

  static PaymentTerms.Change change(Patch<String> customer, Patch<String> description) {
    return new PaymentTerms.Change(
        Patch.keep(),
        Patch.keep(),
        customer,
        new Patch.Set<>(List.of("card")),
        Patch.keep(),
        Patch.keep(),
        description,
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        Patch.keep(),
        new MetadataPatch(false, Map.of()));
  }

  private static Confirmation confirmation(
      boolean byCustomer, boolean offSession, @Nullable String card) {
    return new Confirmation(
        byCustomer, offSession, false, true, null, card, change(Patch.keep(), Patch.keep()));
  }
}
