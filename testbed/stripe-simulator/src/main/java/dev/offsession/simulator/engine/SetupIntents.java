package dev.offsession.simulator.engine;

import dev.offsession.simulator.engine.IntentState.Canceled;
import dev.offsession.simulator.engine.IntentState.Processing;
import dev.offsession.simulator.engine.IntentState.RequiresAction;
import dev.offsession.simulator.engine.IntentState.RequiresCapture;
import dev.offsession.simulator.engine.IntentState.RequiresConfirmation;
import dev.offsession.simulator.engine.IntentState.RequiresPaymentMethod;
import dev.offsession.simulator.engine.IntentState.Succeeded;
import org.jspecify.annotations.Nullable;

/** Saving cards. */
public final class SetupIntents {
  private final World world;
  private final PaymentMethods methods;
  private final SetupAttempts attempts;

  SetupIntents(World world, PaymentMethods methods) {
    this.world = world;
    this.methods = methods;
    this.attempts = new SetupAttempts(world, methods);
  }

  /** The SetupIntent with this id. */
  public SetupIntent get(String id) {
    return world
        .store()
        .setupIntents()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("setupintent", "intent", id));
  }

  /** Makes a SetupIntent, and confirms it if the order says so. */
  public SetupIntent create(NewSetup order, Cause cause) {
    SetupTerms terms =
        SetupTerms.initial(order.usage(), order.dynamicMethods(), order.allowRedirects())
            .with(order.terms());
    check(terms);
    IntentState state = waiting(order.paymentMethod(), terms);
    String id = world.ids().next("seti_");
    SetupIntent intent =
        new SetupIntent(
            id, world.ids().clientSecretOf(id), world.now(), terms, state, null, null, 0);
    world.store().setupIntents().put(intent);
    world.journal().record("setup_intent.created", intent, cause);
    return order.confirmation() == null
        ? intent
        : attempts.confirm(intent, order.confirmation().ofPresentMethod(), cause);
  }

  /** Changes a SetupIntent that is still open; clears its last error. */
  public SetupIntent update(String id, SetupTerms.Change change, Patch<String> paymentMethod) {
    SetupIntent intent = get(id);
    if (!open(intent.state())) {
      throw Refusal.unexpectedState(
          intent,
          "This SetupIntent could not be updated because it has a status of %s."
              .formatted(intent.state().status()));
    }
    SetupTerms terms = intent.terms().with(change);
    check(terms);
    IntentState state =
        switch (paymentMethod) {
          case Patch.Set<String>(String method) -> waiting(method, terms);
          case Patch.Clear<String> _ -> waiting(null, terms);
          case Patch.Keep<String> _ ->
              intent.state() instanceof RequiresPaymentMethod
                  ? waiting(null, terms)
                  : intent.state();
        };
    return world.store().setupIntents().put(intent.with(terms).with(state));
  }

  /** Saves the card. A refusal by the bank is a {@link Refusal} with status 402. */
  public SetupIntent confirm(String id, SetupConfirmation confirmation, Cause cause) {
    return attempts.confirm(get(id), confirmation, cause);
  }

  /** The customer has answered the bank's challenge. */
  public SetupIntent answerChallenge(String id, boolean passed, Cause cause) {
    return attempts.answerChallenge(get(id), passed, cause);
  }

  /** Gives the saving up. */
  public SetupIntent cancel(String id, @Nullable String reason, Cause cause) {
    SetupIntent intent = get(id);
    if (!open(intent.state())) {
      throw Refusal.unexpectedState(
          intent,
          "You cannot cancel this SetupIntent because it has a status of %s."
              .formatted(intent.state().status()));
    }
    return attempts.cancel(intent, reason, cause);
  }

  private void check(SetupTerms terms) {
    String customer = terms.customer();
    if (customer != null
        && world.store().customers().find(customer).filter(c -> !c.deleted()).isEmpty()) {
      throw Refusal.unknownReference("customer", "customer", customer);
    }
  }

  private IntentState waiting(@Nullable String methodId, SetupTerms terms) {
    if (methodId == null) {
      return new RequiresPaymentMethod(null);
    }
    PaymentMethod method = methods.named(methodId);
    methods.checkUsable(method, terms.customer());
    return new RequiresConfirmation(method.id(), false);
  }

  private static boolean open(IntentState state) {
    return switch (state) {
      case RequiresPaymentMethod _, RequiresConfirmation _, RequiresAction _ -> true;
      case Processing _, RequiresCapture _, Canceled _, Succeeded _ -> false;
    };
  }
}
