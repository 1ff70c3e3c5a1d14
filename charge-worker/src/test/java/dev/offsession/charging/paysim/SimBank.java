package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.PaymentError;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StripeChargeId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What Stripe's operations do to intents, and what the banks behind the cards say. */
final class SimBank {
  static final String UNEXPECTED_STATE = "payment_intent_unexpected_state";
  private static final String CHALLENGE_FAILED = "payment_intent_authentication_failure";
  private static final int CONFIRMS_MAX = 25;

  private final Simulation sim;
  private final Map<PaymentMethodId, SimCard> cards = new HashMap<>();
  private int charges;

  SimBank(Simulation sim) {
    this.sim = sim;
  }

  void issue(SimCard card) {
    cards.put(card.id, card);
  }

  GatewayReply create(Effect.CreateIntent question) {
    SimIntent intent =
        new SimIntent(
            new PaymentIntentId("pi_" + (sim.stripe().count() + 1)),
            question.request().id(),
            question.customer(),
            question.request().amountMinor(),
            question.request().currencyCode(),
            Instant.ofEpochMilli(sim.now()));
    sim.stripe().add(intent);
    sim.checks().created(intent);
    tell("created", intent, Optional.of(question.key()));
    return new GatewayReply.Sighted(intent.snapshot());
  }

  /** A confirm of ours, the customer being away. */
  GatewayReply confirm(SimIntent intent, PaymentMethodId method, IdempotencyKey key) {
    intent.offSessionTries++;
    sim.checks().confirmed(intent);
    return confirm(intent, method, Optional.of(key));
  }

  /** A confirm by the customer on the page. */
  GatewayReply confirmOnSession(SimIntent intent, PaymentMethodId method) {
    intent.customerTried = true;
    if (intent.isActing()) {
      intent.status = "requires_payment_method";
    }
    return confirm(intent, method, Optional.empty());
  }

  private GatewayReply confirm(
      SimIntent intent, PaymentMethodId method, Optional<IdempotencyKey> key) {
    if (!intent.isFree()) {
      return refused(UNEXPECTED_STATE, Optional.empty(), intent);
    }
    SimCard card = cards.get(method);
    if (card == null || card.detached) {
      return refused("resource_missing", Optional.of("payment_method"), intent);
    }
    intent.confirms++;
    if (intent.confirms > CONFIRMS_MAX) {
      cancel(intent, "automatic", key);
      return new GatewayReply.Sighted(intent.snapshot());
    }
    boolean customerIsThere = key.isEmpty();
    switch (card.next()) {
      case SimCard.Word.Approves _ -> pay(intent, card, key);
      case SimCard.Word.Declines(var code, var advice) -> {
        intent.latestCharge = Optional.of(newCharge());
        decline(intent, card, code, advice, intent.latestCharge, key);
      }
      case SimCard.Word.WantsCustomer(boolean approves) when customerIsThere ->
          challenge(intent, card, approves);
      case SimCard.Word.WantsCustomer _ -> {
        intent.latestCharge = Optional.of(newCharge());
        decline(
            intent, card, "authentication_required", Optional.empty(), intent.latestCharge, key);
      }
      case SimCard.Word.TakesTime(boolean approves) -> process(intent, card, approves, key);
    }
    return new GatewayReply.Sighted(intent.snapshot());
  }

  GatewayReply refused(String code, Optional<String> param, SimIntent intent) {
    intent.codesTold.add(code);
    return new GatewayReply.Refused(code, param, Optional.of(intent.snapshot()));
  }

  GatewayReply cancel(SimIntent intent, String reason, Optional<IdempotencyKey> key) {
    if (intent.isPaid() || intent.isCanceled() || intent.status.equals("processing")) {
      return refused(UNEXPECTED_STATE, Optional.empty(), intent);
    }
    intent.status = "canceled";
    intent.cancelReason = Optional.of(reason);
    tell("canceled", intent, key);
    return new GatewayReply.Sighted(intent.snapshot());
  }

  private void pay(SimIntent intent, SimCard card, Optional<IdempotencyKey> key) {
    intent.status = "succeeded";
    intent.received = intent.amount;
    intent.latestCharge = Optional.of(newCharge());
    intent.lastError = Optional.empty();
    intent.card = Optional.of(card.card());
    sim.checks().paid(intent);
    tell("succeeded", intent, key);
  }

  private void decline(
      SimIntent intent,
      SimCard card,
      String code,
      Optional<String> advice,
      Optional<StripeChargeId> charge,
      Optional<IdempotencyKey> key) {
    intent.status = "requires_payment_method";
    intent.codesTold.add(code);
    intent.card = Optional.of(card.card());
    intent.lastError =
        Optional.of(
            new PaymentError(
                Optional.of(code),
                Optional.of(code),
                advice,
                Optional.empty(),
                Optional.empty(),
                charge,
                false));
    tell("payment_failed", intent, key);
  }

  private void process(
      SimIntent intent, SimCard card, boolean approves, Optional<IdempotencyKey> key) {
    intent.status = "processing";
    intent.lastError = Optional.empty();
    intent.latestCharge = Optional.of(newCharge());
    intent.card = Optional.of(card.card());
    tell("processing", intent, key);
    long later = sim.dice().millis(Duration.ofMinutes(1), Duration.ofDays(2));
    sim.timeline().in(later, () -> settle(intent, card, approves));
  }

  private void settle(SimIntent intent, SimCard card, boolean approves) {
    if (!intent.status.equals("processing")) {
      return;
    }
    if (approves) {
      pay(intent, card, Optional.empty());
    } else {
      decline(
          intent,
          card,
          "insufficient_funds",
          Optional.empty(),
          intent.latestCharge,
          Optional.empty());
    }
  }

  /** The bank asks the customer, who passes, fails, or goes away for good. */
  private void challenge(SimIntent intent, SimCard card, boolean approves) {
    intent.status = "requires_action";
    intent.codesTold.add("authentication_required");
    intent.lastError = Optional.empty();
    intent.card = Optional.of(card.card());
    int round = intent.confirms;
    tell("requires_action", intent, Optional.empty());
    int mood = sim.dice().below(10);
    if (mood < 8) {
      sim.timeline()
          .in(
              sim.dice().millis(2_000, 400_000),
              () -> {
                if (intent.isActing() && intent.confirms == round) {
                  answer(intent, card, approves && mood < 6);
                }
              });
    }
  }

  private void answer(SimIntent intent, SimCard card, boolean passed) {
    if (passed) {
      pay(intent, card, Optional.empty());
    } else {
      decline(intent, card, CHALLENGE_FAILED, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  private StripeChargeId newCharge() {
    return new StripeChargeId("ch_" + ++charges);
  }

  private void tell(String what, SimIntent intent, Optional<IdempotencyKey> key) {
    sim.trace().say("stripe", what, intent.id.value());
    sim.webhooks().send("payment_intent." + what, intent.snapshot(), key);
  }
}
