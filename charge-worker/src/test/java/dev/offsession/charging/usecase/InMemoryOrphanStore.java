package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.OrphanIntent;
import dev.offsession.charging.domain.OrphanStore;
import dev.offsession.charging.domain.PaymentIntentId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The store of orphans as a map; keeps the same contract as the one on MongoDB. */
public final class InMemoryOrphanStore implements OrphanStore {
  private record Row(Waiting waiting, Instant dueAt) {}

  private final Map<PaymentIntentId, Row> rows = new LinkedHashMap<>();
  private final Duration lease;

  /**
   * @param lease between two looks at the same intent
   */
  public InMemoryOrphanStore(Duration lease) {
    this.lease = lease;
  }

  @Override
  public void park(OrphanIntent orphan, Instant now, Instant dueAt) {
    rows.putIfAbsent(orphan.intent(), new Row(new Waiting(orphan, now), dueAt));
  }

  @Override
  public List<Waiting> claimDue(Instant now, int max) {
    List<Waiting> due =
        rows.values().stream()
            .filter(row -> !row.dueAt().isAfter(now))
            .limit(max)
            .map(Row::waiting)
            .toList();
    due.forEach(one -> rows.put(one.orphan().intent(), new Row(one, now.plus(lease))));
    return due;
  }

  @Override
  public void remove(PaymentIntentId intent) {
    rows.remove(intent);
  }
}
