package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.Decline;
import dev.offsession.simulator.card.TestCard;
import dev.offsession.simulator.card.Verdict;
import dev.offsession.simulator.engine.IntentState.Processing;
import dev.offsession.simulator.engine.IntentState.RequiresAction;
import dev.offsession.simulator.engine.IntentState.RequiresCapture;
import dev.offsession.simulator.engine.IntentState.RequiresConfirmation;
import dev.offsession.simulator.engine.IntentState.RequiresPaymentMethod;
import dev.offsession.simulator.engine.IntentState.Succeeded;
import org.jspecify.annotations.Nullable;

/** The heart of the simulator: what the bank says, and what that makes of the payment. */
final class PaymentAttempts {
  private final World world;
  private final PaymentMethods methods;
  private final Charges charges;

  PaymentAttempts(World world, PaymentMethods methods, Charges charges) {
    this.world = world;
    this.methods = methods;
    this.charges = charges;
  }

  PaymentIntent confirm(PaymentIntent intent, Confirmation wish, Cause cause) {
    checkState(intent, wish);
    PaymentMethod method = chosen(intent, wish);
    checkReturnUrl(intent, wish);
    if (intent.confirmations() >= world.settings().confirmationsMax()) {
      return cancel(intent, "automatic", cause);
    }
    PaymentIntent tried = intent.confirmedOnceMore();
    boolean authenticated = authenticated(intent, method);
    return switch (ask(tried, method, wish, authenticated)) {
      case Verdict.Approved _ -> collect(tried, method, authenticated, cause);
      case Verdict.Pending _ -> process(tried, method, cause);
      case Verdict.Declined(Decline decline) ->
          throw refusal(decline(tried, method, authenticated, decline, cause));
      case Verdict.AuthenticationRequired _
          when wish.offSession() || wish.errorOnRequiresAction() ->
          throw refusal(decline(tried, method, false, Decline.authenticationRequired(), cause));
      case Verdict.AuthenticationRequired _ -> challenge(tried, method, wish, cause);
    };
  }

  PaymentIntent answerChallenge(PaymentIntent intent, boolean passed, Cause cause) {
    if (!(intent.state() instanceof RequiresAction(String methodId, _))) {
      throw Refusal.unexpectedState(intent, "This PaymentIntent has no open challenge.");
    }
    PaymentMethod method = methods.get(methodId);
    if (!passed) {
      return failChallenge(intent, method, cause);
    }
    if (intent.terms().confirmsByHand()) {
      return store(intent.with(new RequiresConfirmation(methodId, true)));
    }
    return switch (method.card().behaviour().afterChallenge()) {
      case Verdict.Approved _ -> collect(intent, method, true, cause);
      case Verdict.Pending _ -> process(intent, method, cause);
      case Verdict.Declined(Decline decline) -> decline(intent, method, true, decline, cause);
      case Verdict.AuthenticationRequired _ ->
          throw new IllegalStateException("No card asks twice for one payment");
    };
  }

  PaymentIntent settle(PaymentIntent intent, Charge.Outcome outcome) {
    if (!(intent.state() instanceof Processing(String methodId)) || intent.latestCharge() == null) {
      throw Refusal.unexpectedState(intent, "This PaymentIntent is not processing.");
    }
    Charge charge = charges.settle(intent.latestCharge(), outcome);
    PaymentMethod method = methods.get(methodId);
    return switch (outcome) {
      case Charge.Outcome.Paid _ -> succeed(intent, method, Cause.STRIPE);
      case Charge.Outcome.Failed(Decline decline) ->
          remember(intent, ApiError.declined(decline, charge.id(), method), Cause.STRIPE);
      case Charge.Outcome.Pending _ -> intent;
    };
  }

  PaymentIntent cancel(PaymentIntent intent, @Nullable String reason, Cause cause) {
    PaymentIntent canceled =
        store(
            intent.with(
                new IntentState.Canceled(intent.state().paymentMethod(), world.now(), reason)));
    world.journal().record("payment_intent.canceled", canceled, cause);
    return canceled;
  }

  private void checkState(PaymentIntent intent, Confirmation wish) {
    boolean startsOver =
        intent.state() instanceof RequiresAction
            && wish.byCustomer()
            && wish.paymentMethod() != null;
    boolean waits =
        intent.state() instanceof RequiresPaymentMethod
            || intent.state() instanceof RequiresConfirmation;
    if (!waits && !startsOver) {
      throw Refusal.unexpectedState(
          intent,
          "You cannot confirm this PaymentIntent because it has a status of %s."
              .formatted(intent.state().status()));
    }
    if (wish.byCustomer() && intent.terms().confirmsByHand()) {
      throw Refusal.unexpectedState(
          intent, "This PaymentIntent must be confirmed with a secret key.");
    }
  }

  private PaymentMethod chosen(PaymentIntent intent, Confirmation wish) {
    String id =
        wish.paymentMethod() == null ? intent.state().paymentMethod() : wish.paymentMethod();
    if (id == null) {
      throw Refusal.unexpectedState(
          intent,
          "You cannot confirm this PaymentIntent because it's missing a payment method."
              + " Update the PaymentIntent with a payment method and then confirm it again.");
    }
    PaymentMethod method = methods.named(id);
    if (method.spent()) {
      Refusal spent = PaymentMethods.spentCard();
      throw new Refusal(spent.status(), spent.error().about(intent), true);
    }
    methods.checkUsable(method, intent.customer());
    return method;
  }

  private static void checkReturnUrl(PaymentIntent intent, Confirmation wish) {
    PaymentTerms terms = intent.terms();
    if (terms.dynamicMethods()
        && terms.allowRedirects().equals("always")
        && wish.returnUrl() == null
        && !wish.byCustomer()) {
      ApiError error =
          ApiError.plain(
              ErrorType.INVALID_REQUEST_ERROR,
              null,
              "This PaymentIntent is configured to accept payment methods enabled in your"
                  + " Dashboard. Because some of these payment methods might redirect your"
                  + " customer off of your page, you must provide a `return_url`.",
              null);
      throw new Refusal(400, error.about(intent), true);
    }
  }

  private static boolean authenticated(PaymentIntent intent, PaymentMethod method) {
    return intent.state() instanceof RequiresConfirmation(String confirmed, boolean passed)
        && passed
        && confirmed.equals(method.id());
  }

  private Verdict ask(
      PaymentIntent intent, PaymentMethod method, Confirmation wish, boolean authenticated) {
    Verdict hooked = hooked(method, wish.offSession());
    if (hooked != null) {
      return hooked;
    }
    TestCard bank = method.card().behaviour();
    if (authenticated) {
      return bank.afterChallenge();
    }
    return wish.offSession()
        ? bank.onOffSessionCharge(method.setUpForOffSession())
        : bank.onSessionCharge(intent.terms().wantsChallenge());
  }

  private @Nullable Verdict hooked(PaymentMethod method, boolean offSession) {
    Verdict byId = world.hooks().take(method.id(), offSession);
    return byId == null ? world.hooks().take(method.card().fingerprint(), offSession) : byId;
  }

  private PaymentIntent collect(
      PaymentIntent intent, PaymentMethod method, boolean authenticated, Cause cause) {
    PaymentMethod kept = keep(intent, method, cause);
    Charge charge = charges.succeed(intent, kept, authenticated, cause);
    return succeed(intent.after(charge), kept, cause);
  }

  private PaymentIntent succeed(PaymentIntent intent, PaymentMethod method, Cause cause) {
    PaymentTerms terms = intent.terms();
    if (terms.capturesLater()) {
      PaymentIntent held = store(intent.with(new RequiresCapture(method.id(), terms.amount())));
      world.journal().record("payment_intent.amount_capturable_updated", held, cause);
      world.later(world.settings().authorizationLifetime(), () -> expire(held.id()));
      return held;
    }
    PaymentIntent paid = store(intent.with(new Succeeded(method.id(), terms.amount())));
    world.journal().record("payment_intent.succeeded", paid, cause);
    return paid;
  }

  /** Saves the card if the payment says so; else a card without a customer is used up. */
  private PaymentMethod keep(PaymentIntent intent, PaymentMethod method, Cause cause) {
    String usage = intent.terms().setupFutureUsage();
    String customer = intent.customer();
    PaymentMethod kept = method;
    if (method.customer() == null) {
      kept =
          usage != null && customer != null
              ? methods.attachTo(method, customer, cause)
              : methods.spend(method);
    }
    return "off_session".equals(usage) && kept.customer() != null ? methods.setUp(kept) : kept;
  }

  private PaymentIntent process(PaymentIntent intent, PaymentMethod method, Cause cause) {
    PaymentMethod kept = keep(intent, method, cause);
    Charge charge = charges.pend(intent, kept, cause);
    PaymentIntent processing = store(intent.after(charge).with(new Processing(kept.id())));
    world.journal().record("payment_intent.processing", processing, cause);
    world.later(world.settings().processingDelay(), () -> settleIfProcessing(intent.id()));
    return processing;
  }

  private void settleIfProcessing(String id) {
    world
        .store()
        .paymentIntents()
        .find(id)
        .filter(intent -> intent.state() instanceof Processing)
        .ifPresent(intent -> settle(intent, new Charge.Outcome.Paid()));
  }

  private PaymentIntent challenge(
      PaymentIntent intent, PaymentMethod method, Confirmation wish, Cause cause) {
    Challenge challenge =
        new Challenge(
            intent.confirmations(), wish.inPage() || wish.returnUrl() == null, wish.returnUrl());
    PaymentIntent asking = store(intent.with(new RequiresAction(method.id(), challenge)));
    world.journal().record("payment_intent.requires_action", asking, cause);
    world.later(
        world.settings().challengeLifetime(), () -> expireChallenge(intent.id(), challenge));
    return asking;
  }

  private void expireChallenge(String id, Challenge challenge) {
    world
        .store()
        .paymentIntents()
        .find(id)
        .filter(intent ->
            intent.state() instanceof RequiresAction(_, Challenge open) && open.equals(challenge))
        .ifPresent(intent -> answerChallenge(intent, false, Cause.STRIPE));
  }

  private PaymentIntent failChallenge(PaymentIntent intent, PaymentMethod method, Cause cause) {
    String code = "payment_intent_authentication_failure";
    return remember(intent, ApiError.authenticationFailed(code, method), cause);
  }

  private PaymentIntent decline(
      PaymentIntent intent,
      PaymentMethod method,
      boolean authenticated,
      Decline decline,
      Cause cause) {
    Charge charge = charges.fail(intent, method, authenticated, decline, cause);
    return remember(intent.after(charge), ApiError.declined(decline, charge.id(), method), cause);
  }

  private PaymentIntent remember(PaymentIntent intent, ApiError error, Cause cause) {
    PaymentIntent failed = store(intent.with(new RequiresPaymentMethod(error)));
    world.journal().record("payment_intent.payment_failed", failed, cause);
    return failed;
  }

  private static Refusal refusal(PaymentIntent failed) {
    if (failed.state() instanceof RequiresPaymentMethod(ApiError error) && error != null) {
      return new Refusal(402, error.about(failed), true);
    }
    throw new IllegalStateException("A refused payment remembers why");
  }

  private void expire(String id) {
    world
        .store()
        .paymentIntents()
        .find(id)
        .filter(intent -> intent.state() instanceof RequiresCapture)
        .ifPresent(this::expireAuthorization);
  }

  private void expireAuthorization(PaymentIntent intent) {
    if (intent.latestCharge() != null) {
      charges.release(intent.latestCharge(), "charge.expired", Cause.STRIPE);
    }
    cancel(intent, "automatic", Cause.STRIPE);
  }

  private PaymentIntent store(PaymentIntent intent) {
    return world.store().paymentIntents().put(intent);
  }
}
