package dev.offsession.simulator.control;

import dev.offsession.simulator.card.TestCards;
import dev.offsession.simulator.card.Verdict;
import dev.offsession.simulator.engine.Account;
import dev.offsession.simulator.engine.Cause;
import dev.offsession.simulator.engine.Charge;
import dev.offsession.simulator.engine.Confirmation;
import dev.offsession.simulator.engine.Customer;
import dev.offsession.simulator.engine.MetadataPatch;
import dev.offsession.simulator.engine.NewPayment;
import dev.offsession.simulator.engine.NewSetup;
import dev.offsession.simulator.engine.Patch;
import dev.offsession.simulator.engine.PaymentIntent;
import dev.offsession.simulator.engine.PaymentMethod;
import dev.offsession.simulator.engine.PaymentTerms;
import dev.offsession.simulator.engine.Refusal;
import dev.offsession.simulator.engine.SetupConfirmation;
import dev.offsession.simulator.engine.SetupIntent;
import dev.offsession.simulator.engine.SetupTerms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** For each event type a short story on fresh objects that ends with it. */
final class Stories {
  private static final String GOOD = "pm_card_visa";
  private static final String BAD = "pm_card_chargeDeclined";
  private static final String ASKING = "pm_card_authenticationRequired";

  private final Account account;

  Stories(Account account) {
    this.account = account;
  }

  Map<String, Runnable> byEventType() {
    Map<String, Runnable> stories = new HashMap<>();
    addPayments(stories);
    addCharges(stories);
    addSetups(stories);
    addCustomers(stories);
    return stories;
  }

  private void addPayments(Map<String, Runnable> stories) {
    stories.put("payment_intent.created", () -> pay(null, "automatic_async"));
    stories.put("payment_intent.succeeded", () -> pay(GOOD, "automatic_async"));
    stories.put("payment_intent.payment_failed", () -> refused(() -> pay(BAD, "automatic_async")));
    stories.put("payment_intent.requires_action", () -> pay(ASKING, "automatic_async"));
    stories.put("payment_intent.amount_capturable_updated", () -> pay(GOOD, "manual"));
    stories.put("payment_intent.processing", this::process);
    stories.put(
        "payment_intent.canceled",
        () ->
            account
                .paymentIntents()
                .cancel(pay(null, "automatic_async").id(), "requested_by_customer", Cause.STRIPE));
  }

  private void addCharges(Map<String, Runnable> stories) {
    stories.put("charge.succeeded", () -> pay(GOOD, "automatic_async"));
    stories.put("charge.failed", () -> refused(() -> pay(BAD, "automatic_async")));
    stories.put("charge.pending", this::process);
    stories.put(
        "charge.captured",
        () -> account.paymentIntents().capture(pay(GOOD, "manual").id(), null, Cause.STRIPE));
    stories.put("charge.dispute.created", () -> dispute());
    stories.put("charge.dispute.funds_withdrawn", () -> dispute());
    stories.put("charge.refunded", this::refund);
    stories.put("refund.created", this::refund);
  }

  private void addSetups(Map<String, Runnable> stories) {
    stories.put("setup_intent.created", () -> setUp(null));
    stories.put("setup_intent.succeeded", () -> setUp(GOOD));
    stories.put("setup_intent.requires_action", () -> setUp(ASKING));
    stories.put("setup_intent.setup_failed", () -> refused(() -> setUp(BAD)));
    stories.put(
        "setup_intent.canceled",
        () -> account.setupIntents().cancel(setUp(null).id(), "abandoned", Cause.STRIPE));
  }

  private void addCustomers(Map<String, Runnable> stories) {
    stories.put("customer.created", this::customer);
    stories.put(
        "customer.updated",
        () -> account.customers().update(customer().id(), named("Jenny"), Cause.STRIPE));
    stories.put(
        "customer.deleted", () -> account.customers().delete(customer().id(), Cause.STRIPE));
    stories.put("payment_method.attached", this::attached);
    stories.put(
        "payment_method.detached",
        () -> account.paymentMethods().detach(attached().id(), Cause.STRIPE));
    stories.put(
        "payment_method.updated",
        () ->
            account
                .paymentMethods()
                .update(
                    attached().id(),
                    Map.of("name", "Jenny"),
                    null,
                    MetadataPatch.NONE,
                    Cause.STRIPE));
    stories.put(
        "payment_method.automatically_updated",
        () -> account.paymentMethods().autoUpdate(attached().id(), "4241", null, null));
  }

  private Customer customer() {
    return account.customers().create(named("Triggered"), Cause.STRIPE);
  }

  private PaymentMethod attached() {
    PaymentMethod card = account.paymentMethods().named(GOOD);
    return account.paymentMethods().attach(card.id(), customer().id(), Cause.STRIPE);
  }

  private PaymentIntent pay(@Nullable String method, String capture) {
    PaymentTerms.Change terms = terms(capture);
    Confirmation confirmation = new Confirmation(false, false, false, true, null, method, terms);
    NewPayment order =
        new NewPayment(
            2000,
            "usd",
            false,
            "always",
            "automatic",
            method,
            terms,
            method == null ? null : confirmation);
    return account.paymentIntents().create(order, Cause.STRIPE);
  }

  private void process() {
    PaymentMethod card =
        account.paymentMethods().ready(TestCards.byPaymentMethodId(GOOD).orElseThrow());
    account.hooks().add(card.id(), new Verdict.Pending(), null, 1);
    pay(card.id(), "automatic_async");
  }

  private Charge charge() {
    String charge = pay(GOOD, "automatic_async").latestCharge();
    return account.charges().get(java.util.Objects.requireNonNull(charge));
  }

  private void dispute() {
    account.charges().dispute(charge().id(), "fraudulent", false);
  }

  private void refund() {
    account.refunds().create(charge(), null, null, Map.of(), Cause.STRIPE);
  }

  private SetupIntent setUp(@Nullable String method) {
    SetupTerms.Change terms =
        new SetupTerms.Change(
            new Patch.Set<>(customer().id()),
            new Patch.Set<>(List.of("card")),
            new Patch.Keep<>(),
            MetadataPatch.NONE);
    SetupConfirmation confirmation = new SetupConfirmation(false, true, null, method, false);
    NewSetup order =
        new NewSetup(
            "off_session", false, "always", method, terms, method == null ? null : confirmation);
    return account.setupIntents().create(order, Cause.STRIPE);
  }

  /** Does what the bank is sure to refuse. */
  private static void refused(Runnable attempt) {
    try {
      attempt.run();
    } catch (Refusal refusal) {
      if (refusal.error().decline() != null) {
        return;
      }
      throw refusal;
    }
    throw new IllegalStateException("The bank was expected to refuse");
  }

  private static Customer.Change named(String name) {
    return new Customer.Change(
        new Patch.Keep<>(),
        new Patch.Set<>(name),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        MetadataPatch.NONE);
  }

  private static PaymentTerms.Change terms(String captureMethod) {
    return new PaymentTerms.Change(
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Set<>(List.of("card")),
        new Patch.Set<>(captureMethod),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        new Patch.Keep<>(),
        MetadataPatch.NONE);
  }
}
