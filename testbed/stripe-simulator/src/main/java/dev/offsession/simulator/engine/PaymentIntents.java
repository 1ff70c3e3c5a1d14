package dev.offsession.simulator.engine;

import dev.offsession.simulator.engine.IntentState.Canceled;
import dev.offsession.simulator.engine.IntentState.Processing;
import dev.offsession.simulator.engine.IntentState.RequiresAction;
import dev.offsession.simulator.engine.IntentState.RequiresCapture;
import dev.offsession.simulator.engine.IntentState.RequiresConfirmation;
import dev.offsession.simulator.engine.IntentState.RequiresPaymentMethod;
import dev.offsession.simulator.engine.IntentState.Succeeded;
import org.jspecify.annotations.Nullable;

/** Payments: made, changed, confirmed, captured, canceled. */
public final class PaymentIntents {
  private final World world;
  private final PaymentMethods methods;
  private final Charges charges;
  private final PaymentAttempts attempts;

  PaymentIntents(World world, PaymentMethods methods, Charges charges) {
    this.world = world;
    this.methods = methods;
    this.charges = charges;
    this.attempts = new PaymentAttempts(world, methods, charges);
  }

  /** The payment with this id. */
  public PaymentIntent get(String id) {
    return world
        .store()
        .paymentIntents()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("payment_intent", "intent", id));
  }

  /** Makes a payment, and confirms it if the order says so. */
  public PaymentIntent create(NewPayment order, Cause cause) {
    PaymentTerms terms =
        PaymentTerms.initial(
                order.amount(),
                order.currency(),
                order.dynamicMethods(),
                order.allowRedirects(),
                order.confirmationMethod())
            .with(order.terms());
    check(terms);
    PaymentMethod method = chosen(order.paymentMethod(), terms);
    String id = world.ids().next("pi_");
    PaymentIntent intent =
        new PaymentIntent(
            id, world.ids().clientSecretOf(id), world.now(), terms, waiting(method), null, 0);
    world.store().paymentIntents().put(intent);
    world.journal().record("payment_intent.created", intent, cause);
    return order.confirmation() == null
        ? intent
        : attempts.confirm(intent, order.confirmation().ofPresentMethod(), cause);
  }

  /** Changes a payment that is not yet under way; clears its last error. */
  public PaymentIntent update(
      String id, PaymentTerms.Change change, Patch<String> paymentMethod, Cause cause) {
    PaymentIntent intent = get(id);
    PaymentTerms terms = intent.terms().with(change);
    if (!(open(intent.state()) || sameMoney(intent.terms(), terms, paymentMethod))) {
      throw Refusal.unexpectedState(
          intent,
          "This PaymentIntent could not be updated because it has a status of %s."
              .formatted(intent.state().status()));
    }
    check(terms);
    PaymentIntent changed = intent.with(terms);
    IntentState state = openStateAfter(changed, paymentMethod);
    return world.store().paymentIntents().put(changed.with(state));
  }

  /** Goes through with a payment. A refusal by the bank is a {@link Refusal} with status 402. */
  public PaymentIntent confirm(String id, Confirmation confirmation, Cause cause) {
    PaymentIntent intent = get(id);
    PaymentTerms terms = intent.terms().with(confirmation.terms());
    check(terms);
    return attempts.confirm(intent.with(terms), confirmation, cause);
  }

  /** The customer has answered the bank's challenge. */
  public PaymentIntent answerChallenge(String id, boolean passed, Cause cause) {
    return attempts.answerChallenge(get(id), passed, cause);
  }

  /** The bank answers a payment that was processing. */
  public PaymentIntent settle(String id, Charge.Outcome outcome) {
    return attempts.settle(get(id), outcome);
  }

  /** Gives a payment up. */
  public PaymentIntent cancel(String id, @Nullable String reason, Cause cause) {
    PaymentIntent intent = get(id);
    if (!cancelable(intent.state())) {
      throw Refusal.unexpectedState(
          intent,
          "You cannot cancel this PaymentIntent because it has a status of %s."
              .formatted(intent.state().status()));
    }
    if (intent.state() instanceof RequiresCapture && intent.latestCharge() != null) {
      charges.release(intent.latestCharge(), "charge.refunded", cause);
    }
    return attempts.cancel(intent, reason, cause);
  }

  /** Collects an authorized payment; null for the whole amount. */
  public PaymentIntent capture(String id, @Nullable Long amount, Cause cause) {
    PaymentIntent intent = get(id);
    if (!(intent.state() instanceof RequiresCapture(String method, long capturable))) {
      throw Refusal.unexpectedState(
          intent,
          "This PaymentIntent could not be captured because it has a status of %s."
              .formatted(intent.state().status()));
    }
    long wanted = amount == null ? capturable : amount;
    if (wanted < 1 || wanted > capturable) {
      throw Refusal.invalid(
          "amount_to_capture", "The remaining amount to capture is %d.".formatted(capturable));
    }
    charges.capture(java.util.Objects.requireNonNull(intent.latestCharge()), wanted, cause);
    PaymentIntent paid =
        world.store().paymentIntents().put(intent.with(new Succeeded(method, wanted)));
    world.journal().record("payment_intent.succeeded", paid, cause);
    return paid;
  }

  private void check(PaymentTerms terms) {
    AmountRules.check(terms.amount(), terms.currency());
    DescriptorRules.check(terms, world.settings().statementDescriptorPrefix());
    String customer = terms.customer();
    if (customer != null
        && world.store().customers().find(customer).filter(c -> !c.deleted()).isEmpty()) {
      throw Refusal.unknownReference("customer", "customer", customer);
    }
  }

  private @Nullable PaymentMethod chosen(@Nullable String id, PaymentTerms terms) {
    if (id == null) {
      return null;
    }
    PaymentMethod method = methods.named(id);
    methods.checkUsable(method, terms.customer());
    return method;
  }

  private IntentState openStateAfter(PaymentIntent intent, Patch<String> paymentMethod) {
    return switch (paymentMethod) {
      case Patch.Set<String>(String id) -> waiting(chosen(id, intent.terms()));
      case Patch.Clear<String> _ -> waiting(null);
      case Patch.Keep<String> _ ->
          intent.state() instanceof RequiresPaymentMethod ? waiting(null) : intent.state();
    };
  }

  private static IntentState waiting(@Nullable PaymentMethod method) {
    return method == null
        ? new RequiresPaymentMethod(null)
        : new RequiresConfirmation(method.id(), false);
  }

  private static boolean open(IntentState state) {
    return switch (state) {
      case RequiresPaymentMethod _, RequiresConfirmation _, RequiresAction _ -> true;
      case Processing _, RequiresCapture _, Canceled _, Succeeded _ -> false;
    };
  }

  private static boolean cancelable(IntentState state) {
    return open(state) || state instanceof RequiresCapture;
  }

  private static boolean sameMoney(
      PaymentTerms before, PaymentTerms after, Patch<String> paymentMethod) {
    return paymentMethod instanceof Patch.Keep
        && before.amount() == after.amount()
        && before.currency().equals(after.currency())
        && java.util.Objects.equals(before.customer(), after.customer());
  }
}
