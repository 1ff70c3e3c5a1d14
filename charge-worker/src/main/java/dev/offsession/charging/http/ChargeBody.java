package dev.offsession.charging.http;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeView;
import dev.offsession.charging.domain.HistoryEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge as callers see it.
 *
 * @param nextLookAt when somebody takes it up by itself; null when nobody must
 */
@Schema(name = "Charge")
record ChargeBody(
    String requestId,
    String customerReference,
    long amountMinor,
    String currency,
    String state,
    @Nullable String paymentIntentId,
    int attempt,
    @Nullable Instant nextLookAt,
    Instant receivedAt,
    List<Entry> history) {

  /** One thing that happened to the charge. */
  @Schema(name = "ChargeHistoryEntry")
  record Entry(Instant at, String state, int attempt, String why) {
    static Entry of(HistoryEntry entry) {
      return new Entry(entry.at(), entry.state(), entry.attempt(), entry.why());
    }
  }

  static ChargeBody of(ChargeView view) {
    Charge charge = view.charge();
    return new ChargeBody(
        charge.id().value(),
        charge.request().customer().value(),
        charge.request().amountMinor(),
        charge.request().currencyCode(),
        charge.stateName().name(),
        charge.intent().map(intent -> intent.id().value()).orElse(null),
        charge.attempts().number(),
        view.nextLookAt().orElse(null),
        charge.receivedAt(),
        view.history().stream().map(Entry::of).toList());
  }
}
