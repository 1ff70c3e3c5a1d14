package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stripe's word on what was paid, for reports. Throws {@link StripeSilentException}. */
public interface PaidIntents {

  /** Stripe did not answer, so there is no report. */
  final class StripeSilentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StripeSilentException(String message) {
      super(message);
    }
  }

  /**
   * Our paid intents that were created in this time; those of other systems are left out.
   *
   * @param from UTC, included
   * @param to UTC, excluded
   */
  List<PaidIntent> createdBetween(Instant from, Instant to);

  /** This intent, if it was paid. */
  Optional<PaidIntent> find(PaymentIntentId intent);
}
