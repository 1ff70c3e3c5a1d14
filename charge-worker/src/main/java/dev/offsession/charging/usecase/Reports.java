package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.PaidIntent;
import dev.offsession.charging.domain.PaidIntents;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Reconciliation;
import dev.offsession.charging.domain.StoredCharge;
import dev.offsession.charging.domain.StoredCharges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares Stripe with the store for a time: the intents created in it, and the charges received in
 * it. A charge may be received before midnight and its intent created after; what only one side
 * lists is therefore looked up on the other side before it counts as a difference.
 */
public final class Reports {
  private static final int LOOKUPS_MAX = 500;

  private final PaidIntents stripe;
  private final StoredCharges store;

  public Reports(PaidIntents stripe, StoredCharges store) {
    this.stripe = stripe;
    this.store = store;
  }

  /**
   * Makes a report.
   *
   * @param from UTC, included
   * @param to UTC, excluded
   */
  public Reconciliation between(Instant from, Instant to) {
    List<PaidIntent> paid = new ArrayList<>(stripe.createdBetween(from, to));
    Map<ChargeRequestId, StoredCharge> stored = new HashMap<>();
    store.paidAndReceivedBetween(from, to).forEach(charge -> stored.put(charge.request(), charge));
    store.find(unlisted(paid, stored)).forEach(charge -> stored.put(charge.request(), charge));
    lookUp(paid, stored);
    return Reconciliation.of(paid, stored.values());
  }

  private static Set<ChargeRequestId> unlisted(
      List<PaidIntent> paid, Map<ChargeRequestId, StoredCharge> stored) {
    return paid.stream()
        .map(PaidIntent::request)
        .filter(request -> !stored.containsKey(request))
        .collect(Collectors.toSet());
  }

  /** Above the limit something is badly wrong, and the report says so without asking Stripe. */
  private void lookUp(List<PaidIntent> paid, Map<ChargeRequestId, StoredCharge> stored) {
    Set<PaymentIntentId> listed = new HashSet<>(paid.stream().map(PaidIntent::intent).toList());
    stored.values().stream()
        .flatMap(charge -> charge.intent().stream())
        .filter(intent -> !listed.contains(intent))
        .limit(LOOKUPS_MAX)
        .flatMap(intent -> stripe.find(intent).stream())
        .forEach(paid::add);
  }
}
