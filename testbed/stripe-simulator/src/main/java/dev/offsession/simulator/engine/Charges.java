package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.Aftermath;
import dev.offsession.simulator.card.Decline;

/** Attempts to take money, and what follows them. */
public final class Charges {
  private static final long FEE_PER_MILLE = 36;

  private final World world;

  Charges(World world) {
    this.world = world;
  }

  /** The charge with this id. */
  public Charge get(String id) {
    return world
        .store()
        .charges()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("charge", "charge", id));
  }

  /** The bank agreed: money moves now, or on capture. */
  Charge succeed(PaymentIntent intent, PaymentMethod method, boolean authenticated, Cause cause) {
    Charge charge = attempt(intent, method, authenticated, new Charge.Outcome.Paid());
    Charge booked =
        intent.terms().capturesLater() ? charge : collect(charge, charge.terms().amount());
    world.store().charges().put(booked);
    world.journal().record("charge.succeeded", booked, cause);
    followUp(booked);
    return booked;
  }

  /** The bank refused. */
  Charge fail(
      PaymentIntent intent,
      PaymentMethod method,
      boolean authenticated,
      Decline decline,
      Cause cause) {
    Charge charge = attempt(intent, method, authenticated, new Charge.Outcome.Failed(decline));
    world.store().charges().put(charge);
    world.journal().record("charge.failed", charge, cause);
    return charge;
  }

  /** The bank will answer later. */
  Charge pend(PaymentIntent intent, PaymentMethod method, Cause cause) {
    Charge charge = attempt(intent, method, false, new Charge.Outcome.Pending());
    world.store().charges().put(charge);
    world.journal().record("charge.pending", charge, cause);
    return charge;
  }

  /** The bank has answered a pending charge. */
  Charge settle(String id, Charge.Outcome outcome) {
    Charge pending = get(id);
    boolean paid = outcome instanceof Charge.Outcome.Paid;
    Charge settled = pending.settled(outcome, paid ? pending.terms().amount() : 0);
    world.store().charges().put(settled);
    world.journal().record(paid ? "charge.succeeded" : "charge.failed", settled, Cause.STRIPE);
    if (paid) {
      followUp(settled);
    }
    return settled;
  }

  /** Collects an authorized amount; what is not collected is released. */
  Charge capture(String id, long amount, Cause cause) {
    Charge captured = world.store().charges().put(collect(get(id), amount));
    world.journal().record("charge.captured", captured, cause);
    bookBalance(captured);
    return captured;
  }

  /** Gives an uncollected authorization back. */
  Charge release(String id, String eventType, Cause cause) {
    Charge authorized = get(id);
    Charge released =
        world.store().charges().put(authorized.refundedBy(authorized.terms().amount()));
    world.journal().record(eventType, released, cause);
    return released;
  }

  /** The customer contests a charge. */
  public Dispute dispute(String chargeId, String reason, boolean inquiry) {
    Charge disputed = world.store().charges().put(get(chargeId).asDisputed());
    Dispute dispute =
        new Dispute(
            world.ids().next("dp_"),
            world.now(),
            chargeId,
            disputed.paymentIntent(),
            disputed.books().captured(),
            disputed.terms().currency(),
            reason,
            inquiry ? "warning_needs_response" : "needs_response");
    world.store().disputes().put(dispute);
    world.journal().record("charge.dispute.created", dispute, Cause.STRIPE);
    if (!inquiry) {
      world.journal().record("charge.dispute.funds_withdrawn", dispute, Cause.STRIPE);
    }
    return dispute;
  }

  private Charge attempt(
      PaymentIntent intent, PaymentMethod method, boolean authenticated, Charge.Outcome outcome) {
    return new Charge(
        world.ids().next("ch_"),
        world.now(),
        intent.id(),
        intent.terms(),
        method,
        authenticated,
        outcome,
        Charge.Books.EMPTY);
  }

  private static Charge collect(Charge charge, long amount) {
    return charge.settled(charge.outcome(), amount);
  }

  private void followUp(Charge charge) {
    if (charge.captured()) {
      bookBalance(charge);
    }
    Aftermath aftermath = charge.paymentMethod().card().behaviour().aftermath();
    switch (aftermath) {
      case DISPUTED_AS_FRAUDULENT -> contestLater(charge, "fraudulent", false);
      case DISPUTED_AS_NOT_RECEIVED -> contestLater(charge, "product_not_received", false);
      case DISPUTED_AS_INQUIRY -> contestLater(charge, "fraudulent", true);
      case EARLY_FRAUD_WARNING -> warnLater(charge);
      case NONE, REFUND_STAYS_PENDING, REFUND_FAILS, FUNDS_AVAILABLE_AT_ONCE -> {}
    }
  }

  private void contestLater(Charge charge, String reason, boolean inquiry) {
    world.later(world.settings().aftermathDelay(), () -> dispute(charge.id(), reason, inquiry));
  }

  private void warnLater(Charge charge) {
    world.later(
        world.settings().aftermathDelay(),
        () ->
            world
                .journal()
                .record(
                    "radar.early_fraud_warning.created",
                    new EarlyFraudWarning(
                        world.ids().next("issfr_"),
                        world.now(),
                        charge.id(),
                        charge.paymentIntent()),
                    Cause.STRIPE));
  }

  /** The fee becomes known only after the answer (asynchronous capture). */
  private void bookBalance(Charge charge) {
    world.later(
        world.settings().balanceDelay(),
        () -> {
          Charge before = get(charge.id());
          BalanceTransaction booked = balanceOf(before);
          world.store().balanceTransactions().put(booked);
          Charge after = world.store().charges().put(before.with(booked));
          world.journal().recordChange("charge.updated", before, after, Cause.STRIPE);
        });
  }

  private BalanceTransaction balanceOf(Charge charge) {
    boolean atOnce =
        charge.paymentMethod().card().behaviour().aftermath() == Aftermath.FUNDS_AVAILABLE_AT_ONCE;
    long amount = charge.books().captured();
    return new BalanceTransaction(
        world.ids().next("txn_"),
        world.now(),
        atOnce ? world.now() : world.now().plus(java.time.Duration.ofDays(2)),
        "charge",
        charge.id(),
        amount,
        amount * FEE_PER_MILLE / 1000,
        charge.terms().currency());
  }
}
