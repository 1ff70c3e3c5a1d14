package dev.offsession.charging.http;

import dev.offsession.charging.domain.PaidIntent;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Reconciliation;
import dev.offsession.charging.domain.StoredCharge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report as callers see it.
 *
 * @param differenceCount of all; {@code differences} holds at most a thousand of them
 */
@Schema(name = "Reconciliation")
record ReconciliationBody(
    Instant from,
    Instant to,
    boolean balanced,
    List<Total> stripe,
    List<Total> store,
    int differenceCount,
    List<Difference> differences) {
  private static final int DIFFERENCES_MAX = 1000;

  /** Payments in one currency; the amount in minor units. */
  @Schema(name = "ReconciliationTotal")
  record Total(String currency, long count, long amountMinor) {
    static List<Total> of(Map<String, Reconciliation.Total> totals) {
      return new TreeMap<>(totals)
          .entrySet().stream()
              .map(one ->
                  new Total(one.getKey(), one.getValue().count(), one.getValue().amountMinor()))
              .toList();
    }
  }

  /**
   * One payment that is not the same on both sides; amounts in minor units, null where a side has
   * no payment.
   *
   * @param state of the charge in the store; null when there is none
   */
  @Schema(name = "ReconciliationDifference")
  record Difference(
      @Schema(allowableValues = {"paid_not_in_store", "in_store_not_paid", "amount_differs"})
          String kind,
      String requestId,
      @Nullable String paymentIntentId,
      @Nullable String state,
      @Nullable Long stripeAmountMinor,
      @Nullable String stripeCurrency,
      @Nullable Long storeAmountMinor,
      @Nullable String storeCurrency) {

    static Difference of(Reconciliation.Difference difference) {
      Optional<PaidIntent> stripe = difference.stripe();
      Optional<StoredCharge> store = difference.store();
      return new Difference(
          difference.kind().name().toLowerCase(java.util.Locale.ROOT),
          stripe
              .map(PaidIntent::request)
              .or(() -> store.map(StoredCharge::request))
              .orElseThrow()
              .value(),
          stripe
              .map(PaidIntent::intent)
              .or(() -> store.flatMap(StoredCharge::intent))
              .map(PaymentIntentId::value)
              .orElse(null),
          store.map(charge -> charge.state().name()).orElse(null),
          stripe.map(PaidIntent::receivedMinor).orElse(null),
          stripe.map(PaidIntent::currency).orElse(null),
          store.map(StoredCharge::receivedMinor).orElse(null),
          store.map(StoredCharge::currency).orElse(null));
    }
  }

  static ReconciliationBody of(Instant from, Instant to, Reconciliation report) {
    return new ReconciliationBody(
        from,
        to,
        report.isBalanced(),
        Total.of(report.stripe()),
        Total.of(report.store()),
        report.differences().size(),
        report.differences().stream().limit(DIFFERENCES_MAX).map(Difference::of).toList());
  }
}
