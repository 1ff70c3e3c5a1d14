package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.Aftermath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Giving money back. */
public final class Refunds {
  private final World world;

  Refunds(World world) {
    this.world = world;
  }

  /** The refund with this id. */
  public Refund get(String id) {
    return world
        .store()
        .refunds()
        .find(id)
        .orElseThrow(() -> Refusal.notFound("refund", "refund", id));
  }

  /** Gives back an amount of a charge; null for all that is left. */
  public Refund create(
      Charge charge,
      @Nullable Long amount,
      @Nullable String reason,
      Map<String, String> metadata,
      Cause cause) {
    long left = charge.books().captured() - charge.books().refunded();
    long wanted = amount == null ? left : amount;
    check(charge, left, wanted);
    Aftermath aftermath = charge.paymentMethod().card().behaviour().aftermath();
    Refund refund =
        new Refund(
            world.ids().next("re_"),
            world.now(),
            charge.id(),
            charge.paymentIntent(),
            wanted,
            charge.terms().currency(),
            reason,
            metadata,
            aftermath == Aftermath.REFUND_STAYS_PENDING ? "pending" : "succeeded");
    world.store().refunds().put(refund);
    Charge refunded = world.store().charges().put(charge.refundedBy(wanted));
    world.journal().record("refund.created", refund, cause);
    world.journal().record("charge.refunded", refunded, cause);
    finishLater(refund, aftermath);
    return refund;
  }

  /** A refund comes back: the bank would not take it. */
  public Refund fail(String id) {
    Refund refund = get(id);
    if (refund.status().equals("failed")) {
      return refund;
    }
    world
        .store()
        .charges()
        .find(refund.charge())
        .ifPresent(charge -> world.store().charges().put(charge.refundedBy(-refund.amount())));
    Refund failed = change(refund, "failed");
    world.journal().record("refund.failed", failed, Cause.STRIPE);
    return failed;
  }

  private void finishLater(Refund refund, Aftermath aftermath) {
    switch (aftermath) {
      case REFUND_STAYS_PENDING ->
          world.later(
              world.settings().aftermathDelay(), () -> change(get(refund.id()), "succeeded"));
      case REFUND_FAILS -> world.later(world.settings().aftermathDelay(), () -> fail(refund.id()));
      case NONE,
          DISPUTED_AS_FRAUDULENT,
          DISPUTED_AS_NOT_RECEIVED,
          DISPUTED_AS_INQUIRY,
          EARLY_FRAUD_WARNING,
          FUNDS_AVAILABLE_AT_ONCE -> {}
    }
  }

  private Refund change(Refund before, String status) {
    Refund after = world.store().refunds().put(before.with(status));
    world.journal().recordChange("refund.updated", before, after, Cause.STRIPE);
    world.journal().recordChange("charge.refund.updated", before, after, Cause.STRIPE);
    return after;
  }

  private static void check(Charge charge, long left, long wanted) {
    if (!charge.captured() || left == 0) {
      throw new Refusal(
          400,
          ApiError.plain(
              ErrorType.INVALID_REQUEST_ERROR,
              "charge_already_refunded",
              "Charge %s has already been refunded or was never paid.".formatted(charge.id()),
              null),
          true);
    }
    if (wanted < 1 || wanted > left) {
      throw Refusal.invalid(
          "amount",
          "Refund amount (%d) is greater than unrefunded amount on charge (%d)."
              .formatted(wanted, left));
    }
  }
}
