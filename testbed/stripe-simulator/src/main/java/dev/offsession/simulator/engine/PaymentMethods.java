package dev.offsession.simulator.engine;

import dev.offsession.simulator.card.TestCard;
import dev.offsession.simulator.card.TestCards;
import dev.offsession.simulator.card.Verdict;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cards: entered, attached to a customer, detached. */
public final class PaymentMethods {
  private final World world;
  private final CardDesk desk;

  PaymentMethods(World world) {
    this.world = world;
    this.desk = new CardDesk(world.clock());
  }

  /** Takes typed card details and forgets the number. */
  public PaymentMethod create(CardEntry entry) {
    return create(world.ids().next("pm_"), entry);
  }

  /** Takes typed card details under an id of the caller's choice, for fixtures. */
  public PaymentMethod create(String id, CardEntry entry) {
    Card card = desk.read(entry);
    return shelf()
        .put(
            new PaymentMethod(
                id,
                world.now(),
                card,
                entry.billingDetails(),
                entry.allowRedisplay(),
                entry.metadata(),
                new PaymentMethod.Use.Fresh(),
                false));
  }

  /** The stored card. */
  public PaymentMethod get(String id) {
    return find(id).orElseThrow(() -> Refusal.notFound("PaymentMethod", "payment_method", id));
  }

  /** The card a parameter names; one of Stripe's ready-made ids makes a fresh card. */
  public PaymentMethod named(String id) {
    return find(id)
        .orElseThrow(() -> Refusal.unknownReference("PaymentMethod", "payment_method", id));
  }

  /** A fresh card as one of Stripe's ready-made ids or tokens would give. */
  public PaymentMethod ready(TestCard card) {
    return shelf()
        .put(
            new PaymentMethod(
                world.ids().next("pm_"),
                world.now(),
                desk.ready(card),
                Map.of(),
                "unspecified",
                Map.of(),
                new PaymentMethod.Use.Fresh(),
                false));
  }

  /** Changes the details that a merchant may change. */
  public PaymentMethod update(
      String id,
      Map<String, String> billingDetails,
      @Nullable String allowRedisplay,
      MetadataPatch metadata,
      Cause cause) {
    PaymentMethod before = get(id);
    PaymentMethod after =
        before.with(
            billingDetails.isEmpty() ? before.billingDetails() : billingDetails,
            allowRedisplay == null ? before.allowRedisplay() : allowRedisplay,
            metadata.over(before.metadata()));
    shelf().put(after);
    world.journal().recordChange("payment_method.updated", before, after, cause);
    return after;
  }

  /** Attaches without setting up: the bank may ask for the customer at the next charge. */
  public PaymentMethod attach(String id, String customer, Cause cause) {
    PaymentMethod method = find(id).orElseThrow(() -> notFound(id));
    if (customer.equals(method.customer())) {
      return method;
    }
    checkUnowned(method);
    if (method.card().behaviour().onSetup() instanceof Verdict.Declined(var decline)) {
      throw Refusal.declined(decline, method);
    }
    return attachTo(method, customer, cause);
  }

  /** Lets go of a card for good. */
  public PaymentMethod detach(String id, Cause cause) {
    PaymentMethod before = get(id);
    if (before.customer() == null) {
      throw Refusal.invalid(
          "payment_method",
          "The payment method you provided is not attached to a customer so detachment is"
              + " impossible.");
    }
    PaymentMethod after = shelf().put(before.with(new PaymentMethod.Use.Spent()));
    world.journal().recordChange("payment_method.detached", before, after, cause);
    return after;
  }

  /** The network has sent a new card for the same account. */
  public PaymentMethod autoUpdate(
      String id, @Nullable String last4, @Nullable Integer expMonth, @Nullable Integer expYear) {
    PaymentMethod before = get(id);
    Card old = before.card();
    Card renewed =
        new Card(
            old.behaviour(),
            last4 == null ? old.last4() : last4,
            expMonth == null ? old.expMonth() : expMonth,
            expYear == null ? old.expYear() : expYear,
            last4 == null ? old.fingerprint() : world.ids().secret("", 16),
            old.cvcCheck());
    PaymentMethod after = shelf().put(before.with(renewed));
    world
        .journal()
        .recordChange("payment_method.automatically_updated", before, after, Cause.STRIPE);
    return after;
  }

  /** Marks a card as prepared for charges without the customer. */
  public PaymentMethod setUp(PaymentMethod method) {
    return shelf().put(method.setUp());
  }

  PaymentMethod attachTo(PaymentMethod method, String customer, Cause cause) {
    PaymentMethod attached = shelf().put(method.with(new PaymentMethod.Use.Attached(customer)));
    world.journal().record("payment_method.attached", attached, cause);
    return attached;
  }

  PaymentMethod spend(PaymentMethod method) {
    return shelf().put(method.with(new PaymentMethod.Use.Spent()));
  }

  /** Refuses a card that cannot pay for this customer. */
  void checkUsable(PaymentMethod method, @Nullable String customer) {
    if (method.spent()) {
      throw spentCard();
    }
    String owner = method.customer();
    if (owner != null && !owner.equals(customer)) {
      throw Refusal.invalid(
          "payment_method",
          customer == null
              ? "The PaymentMethod belongs to a Customer. Please include the Customer in the"
                  + " `customer` parameter."
              : "The payment method you provided belongs to another customer.");
    }
  }

  static Refusal spentCard() {
    return Refusal.invalid(
        "payment_method",
        "The provided PaymentMethod was previously used with a PaymentIntent without Customer"
            + " attachment, shared with a connected account without Customer attachment, or was"
            + " detached from a Customer. It may not be used again. To use a PaymentMethod"
            + " multiple times, you must attach it to a Customer first.");
  }

  private void checkUnowned(PaymentMethod method) {
    if (method.spent()) {
      throw spentCard();
    }
    if (method.customer() != null) {
      throw Refusal.invalid(
          "payment_method", "The payment method you provided has already been attached.");
    }
  }

  private Optional<PaymentMethod> find(String id) {
    return shelf().find(id).or(() -> TestCards.byPaymentMethodId(id).map(this::ready));
  }

  private static Refusal notFound(String id) {
    return Refusal.notFound("PaymentMethod", "payment_method", id);
  }

  private Shelf<PaymentMethod> shelf() {
    return world.store().paymentMethods();
  }
}
