package dev.offsession.charging.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stripe's paid intents beside the store's paid charges: invariant I11, checked from outside.
 *
 * @param stripe what Stripe has, by currency
 * @param store what the store has, by currency
 * @param differences one per intent that is not the same on both sides; empty when all is well
 */
public record Reconciliation(
    Map<String, Total> stripe, Map<String, Total> store, List<Difference> differences) {

  /** How many payments, and how much in minor units. */
  public record Total(long count, long amountMinor) {
    private static final Total NONE = new Total(0, 0);

    private Total plus(long amount) {
      return new Total(count + 1, Math.addExact(amountMinor, amount));
    }
  }

  /** In what way the two sides differ. */
  public enum Kind {
    /** The money was collected, and the store does not know. */
    PAID_NOT_IN_STORE,
    /** The store says paid, and Stripe does not. */
    IN_STORE_NOT_PAID,
    /** Paid on both sides, with another amount or currency. */
    AMOUNT_DIFFERS
  }

  /**
   * One difference.
   *
   * @param stripe what Stripe has; empty when it has no such payment
   * @param store what the store has; empty when it has no such charge
   */
  public record Difference(Kind kind, Optional<PaidIntent> stripe, Optional<StoredCharge> store) {}

  public Reconciliation {
    stripe = Map.copyOf(stripe);
    store = Map.copyOf(store);
    differences = List.copyOf(differences);
  }

  /**
   * Compares two pictures of the same charges.
   *
   * @param paid every paid intent among them
   * @param stored the charges they name, and the store's paid charges
   */
  public static Reconciliation of(Collection<PaidIntent> paid, Collection<StoredCharge> stored) {
    Map<PaymentIntentId, StoredCharge> byIntent = new HashMap<>();
    stored.forEach(charge -> charge.intent().ifPresent(intent -> byIntent.put(intent, charge)));
    Map<ChargeRequestId, StoredCharge> byRequest =
        stored.stream()
            .collect(Collectors.toMap(StoredCharge::request, Function.identity(), (one, _) -> one));
    List<Difference> differences = new ArrayList<>();
    Set<PaymentIntentId> seen = new HashSet<>();
    for (PaidIntent intent : paid) {
      seen.add(intent.intent());
      Optional<StoredCharge> charge = Optional.ofNullable(byIntent.get(intent.intent()));
      difference(intent, charge, Optional.ofNullable(byRequest.get(intent.request())))
          .ifPresent(differences::add);
    }
    stored.stream()
        .filter(charge -> charge.isPaid() && charge.intent().filter(seen::contains).isEmpty())
        .map(
            charge -> new Difference(Kind.IN_STORE_NOT_PAID, Optional.empty(), Optional.of(charge)))
        .forEach(differences::add);
    return new Reconciliation(
        totals(paid, PaidIntent::currency, PaidIntent::receivedMinor),
        totals(
            stored.stream().filter(StoredCharge::isPaid).toList(),
            StoredCharge::currency,
            StoredCharge::receivedMinor),
        differences);
  }

  /** True when both sides have the same payments. */
  public boolean isBalanced() {
    return differences.isEmpty();
  }

  /** How many differences of one kind. */
  public long count(Kind kind) {
    return differences.stream().filter(difference -> difference.kind() == kind).count();
  }

  /**
   * @param same the charge whose intent this is
   * @param named the charge that the intent names, whose own intent may be another one
   */
  private static Optional<Difference> difference(
      PaidIntent intent, Optional<StoredCharge> same, Optional<StoredCharge> named) {
    Optional<StoredCharge> paid = same.filter(StoredCharge::isPaid);
    if (paid.isEmpty()) {
      return Optional.of(
          new Difference(Kind.PAID_NOT_IN_STORE, Optional.of(intent), same.or(() -> named)));
    }
    boolean equal =
        paid.get().receivedMinor() == intent.receivedMinor()
            && paid.get().currency().equals(intent.currency());
    return equal
        ? Optional.empty()
        : Optional.of(new Difference(Kind.AMOUNT_DIFFERS, Optional.of(intent), paid));
  }

  private static <T> Map<String, Total> totals(
      Collection<T> items, Function<T, String> currency, Function<T, Long> amount) {
    Map<String, Total> totals = new TreeMap<>();
    items.forEach(item ->
        totals.merge(
            currency.apply(item),
            Total.NONE.plus(amount.apply(item)),
            (sum, _) -> sum.plus(amount.apply(item))));
    return totals;
  }
}
