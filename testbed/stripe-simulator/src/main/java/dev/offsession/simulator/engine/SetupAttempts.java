package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.Decline;
import dev.offsession.simulator.card.Verdict;
import dev.offsession.simulator.engine.IntentState.Processing;
import dev.offsession.simulator.engine.IntentState.RequiresAction;
import dev.offsession.simulator.engine.IntentState.RequiresConfirmation;
import dev.offsession.simulator.engine.IntentState.RequiresPaymentMethod;
import dev.offsession.simulator.engine.IntentState.Succeeded;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bank says to saving a card, and what that makes of the SetupIntent. */
final class SetupAttempts {
  private final World world;
  private final PaymentMethods methods;

  SetupAttempts(World world, PaymentMethods methods) {
    this.world = world;
    this.methods = methods;
  }

  SetupIntent confirm(SetupIntent intent, SetupConfirmation wish, Cause cause) {
    checkState(intent, wish);
    PaymentMethod method = chosen(intent, wish);
    checkReturnUrl(intent, wish);
    if (intent.confirmations() >= world.settings().confirmationsMax()) {
      return cancel(intent, "automatic", cause);
    }
    SetupAttempt attempt = begin(intent, method);
    SetupIntent tried = agree(intent.confirmedOnceMore().after(attempt), method, wish);
    return switch (verdict(method)) {
      case Verdict.Approved _ -> save(tried, attempt, cause);
      case Verdict.Declined(Decline decline) -> throw refuse(tried, attempt, decline, cause);
      case Verdict.AuthenticationRequired _ -> challenge(tried, method, wish, cause);
      case Verdict.Pending _ -> process(tried, method);
    };
  }

  private Verdict verdict(PaymentMethod method) {
    Verdict hooked = world.hooks().takeForSetup(method.card().fingerprint());
    return hooked == null ? method.card().behaviour().onSetup() : hooked;
  }

  /** Stripe has no event for it (docs.stripe.com/api/events/types), only the status. */
  private SetupIntent process(SetupIntent intent, PaymentMethod method) {
    SetupIntent processing = store(intent.with(new Processing(method.id())));
    world.later(world.settings().processingDelay(), () -> saveIfProcessing(intent.id()));
    return processing;
  }

  private void saveIfProcessing(String id) {
    world
        .store()
        .setupIntents()
        .find(id)
        .filter(intent -> intent.state() instanceof Processing)
        .ifPresent(intent -> save(intent, latestAttempt(intent), Cause.STRIPE));
  }

  private SetupAttempt latestAttempt(SetupIntent intent) {
    return Optional.ofNullable(intent.latestAttempt())
        .flatMap(world.store().setupAttempts()::find)
        .orElseThrow();
  }

  SetupIntent answerChallenge(SetupIntent intent, boolean passed, Cause cause) {
    SetupAttempt attempt = openAttempt(intent);
    return passed
        ? save(intent, attempt, cause)
        : fail(
            intent,
            attempt,
            ApiError.authenticationFailed(
                "setup_intent_authentication_failure", attempt.paymentMethod()),
            cause);
  }

  SetupIntent cancel(SetupIntent intent, @Nullable String reason, Cause cause) {
    SetupIntent canceled =
        store(
            intent.with(
                new IntentState.Canceled(intent.state().paymentMethod(), world.now(), reason)));
    world.journal().record("setup_intent.canceled", canceled, cause);
    return canceled;
  }

  private static void checkState(SetupIntent intent, SetupConfirmation wish) {
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
          "You cannot confirm this SetupIntent because it has a status of %s."
              .formatted(intent.state().status()));
    }
  }

  private PaymentMethod chosen(SetupIntent intent, SetupConfirmation wish) {
    String id =
        wish.paymentMethod() == null ? intent.state().paymentMethod() : wish.paymentMethod();
    if (id == null) {
      throw Refusal.unexpectedState(
          intent,
          "You cannot confirm this SetupIntent because it's missing a payment method."
              + " Update the SetupIntent with a payment method and then confirm it again.");
    }
    PaymentMethod method = methods.named(id);
    methods.checkUsable(method, intent.customer());
    return method;
  }

  private static void checkReturnUrl(SetupIntent intent, SetupConfirmation wish) {
    SetupTerms terms = intent.terms();
    if (terms.dynamicMethods()
        && terms.allowRedirects().equals("always")
        && wish.returnUrl() == null
        && !wish.byCustomer()) {
      ApiError error =
          ApiError.plain(
              ErrorType.INVALID_REQUEST_ERROR,
              null,
              "This SetupIntent is configured to accept payment methods enabled in your"
                  + " Dashboard. You must provide a `return_url`.",
              null);
      throw new Refusal(400, error.about(intent), true);
    }
  }

  private SetupAttempt begin(SetupIntent intent, PaymentMethod method) {
    return world
        .store()
        .setupAttempts()
        .put(
            new SetupAttempt(
                world.ids().next("setatt_"),
                world.now(),
                intent.id(),
                intent.customer(),
                method,
                intent.terms().usage(),
                "requires_action",
                null));
  }

  private SetupIntent agree(SetupIntent intent, PaymentMethod method, SetupConfirmation wish) {
    if (!wish.withMandate()) {
      return intent;
    }
    Mandate mandate = new Mandate(world.ids().next("mandate_"), world.now(), method.id());
    return intent.with(world.store().mandates().put(mandate));
  }

  private SetupIntent save(SetupIntent intent, SetupAttempt attempt, Cause cause) {
    PaymentMethod method = methods.get(attempt.paymentMethod().id());
    String customer = intent.customer();
    PaymentMethod saved =
        customer == null || customer.equals(method.customer())
            ? method
            : methods.attachTo(method, customer, cause);
    if (customer != null && intent.terms().usage().equals("off_session")) {
      methods.setUp(saved);
    }
    world.store().setupAttempts().put(attempt.ended("succeeded", null));
    SetupIntent done = store(intent.with(new Succeeded(saved.id(), 0)));
    world.journal().record("setup_intent.succeeded", done, cause);
    return done;
  }

  private Refusal refuse(SetupIntent intent, SetupAttempt attempt, Decline decline, Cause cause) {
    ApiError error = ApiError.declined(decline, null, attempt.paymentMethod());
    return new Refusal(402, error.about(fail(intent, attempt, error, cause)), true);
  }

  private SetupIntent fail(SetupIntent intent, SetupAttempt attempt, ApiError error, Cause cause) {
    world.store().setupAttempts().put(attempt.ended("failed", error));
    SetupIntent failed = store(intent.with(new RequiresPaymentMethod(error)));
    world.journal().record("setup_intent.setup_failed", failed, cause);
    return failed;
  }

  private SetupIntent challenge(
      SetupIntent intent, PaymentMethod method, SetupConfirmation wish, Cause cause) {
    Challenge challenge =
        new Challenge(
            intent.confirmations(), wish.inPage() || wish.returnUrl() == null, wish.returnUrl());
    SetupIntent asking = store(intent.with(new RequiresAction(method.id(), challenge)));
    world.journal().record("setup_intent.requires_action", asking, cause);
    world.later(
        world.settings().challengeLifetime(), () -> expireChallenge(intent.id(), challenge));
    return asking;
  }

  private void expireChallenge(String id, Challenge challenge) {
    world
        .store()
        .setupIntents()
        .find(id)
        .filter(intent ->
            intent.state() instanceof RequiresAction(_, Challenge open) && open.equals(challenge))
        .ifPresent(intent -> answerChallenge(intent, false, Cause.STRIPE));
  }

  private SetupAttempt openAttempt(SetupIntent intent) {
    if (!(intent.state() instanceof RequiresAction)) {
      throw Refusal.unexpectedState(intent, "This SetupIntent has no open challenge.");
    }
    return latestAttempt(intent);
  }

  private SetupIntent store(SetupIntent intent) {
    return world.store().setupIntents().put(intent);
  }
}
