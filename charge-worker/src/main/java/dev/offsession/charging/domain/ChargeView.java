package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charge to be looked at.
 *
 * @param nextLookAt when somebody will take it up; empty when nobody must
 */
public record ChargeView(Charge charge, Optional<Instant> nextLookAt, List<HistoryEntry> history) {
  public ChargeView {
    history = List.copyOf(history);
  }
}
