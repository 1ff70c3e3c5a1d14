package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeInput;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import java.time.InstantSource;
import java.util.Optional;

/** Somebody of the merchant no longer wants a charge. */
public final class Cancellations {
  private static final int REASON_MAX = 200;

  private final ChargeService charges;
  private final ChargeStore store;
  private final WorkWindow window;
  private final InstantSource clock;

  public Cancellations(
      ChargeService charges, ChargeStore store, WorkWindow window, InstantSource clock) {
    this.charges = charges;
    this.store = store;
    this.window = window;
    this.clock = clock;
  }

  /** Notes the cancellation, or keeps it for a request that has not come yet. */
  public void cancel(ChargeRequestId id, String reason) {
    if (cancelKnown(id, reason).isEmpty()
        && !store.keepCancellation(id, cut(reason), clock.instant())) {
      cancelKnown(id, reason);
    }
  }

  /** Notes the cancellation of a charge that exists; empty when there is none. */
  public Optional<ChargeService.Noted> cancelKnown(ChargeRequestId id, String reason) {
    Optional<ChargeService.Noted> noted =
        charges.note(id, _ -> new ChargeInput.CancelAsked(cut(reason)), Optional.empty());
    noted.filter(ChargeService.Noted::changed).ifPresent(_ -> window.workIfDue(id));
    return noted;
  }

  private static String cut(String reason) {
    return reason.length() <= REASON_MAX ? reason : reason.substring(0, REASON_MAX);
  }
}
