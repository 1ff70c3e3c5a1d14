package dev.offsession.charging.mongo;

import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.Updates;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.StoreChange;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One change as one update: the state, its news and its next moment can only come together. The
 * outbox is written whole: under the fence and the version nobody else can have touched it.
 */
final class ChargeUpdates {
  private static final List<String> MAY_BE_ABSENT =
      List.of(ChargeDocuments.INTENT, "card", "known_default", "closing", "wake_at");
  private static final int HISTORY_KEPT = 100;
  private static final int SEEN_EVENTS_KEPT = 50;

  private ChargeUpdates() {}

  static Bson of(HeldCharge held, StoreChange change) {
    List<Bson> parts = new ArrayList<>();
    Document fields = ChargeDocuments.changing(change.charge());
    fields.forEach((name, value) -> parts.add(Updates.set(name, value)));
    MAY_BE_ABSENT.stream()
        .filter(name -> !fields.containsKey(name))
        .forEach(name -> parts.add(Updates.unset(name)));
    parts.add(outbox(held, change));
    parts.add(Updates.inc(ChargeDocuments.VERSION, 1L));
    parts.add(
        change
            .dueAt()
            .map(due -> Updates.set(ChargeDocuments.DUE_AT, Date.from(due)))
            .orElseGet(() -> Updates.unset(ChargeDocuments.DUE_AT)));
    if (change.takeOver()) {
      parts.add(Updates.inc(ChargeDocuments.FENCE, 1L));
    }
    change.seenEvent().ifPresent(id -> parts.add(seen(id)));
    change.why().ifPresent(why -> parts.add(history(change, why)));
    return Updates.combine(parts);
  }

  private static Bson outbox(HeldCharge held, StoreChange change) {
    List<Document> waiting = new ArrayList<>(ChargeDocuments.outbox(held.outbox()));
    waiting.addAll(ChargeDocuments.outbox(change.events()));
    return Updates.set(ChargeDocuments.OUTBOX, waiting);
  }

  private static Bson seen(String eventId) {
    return Updates.pushEach(
        ChargeDocuments.SEEN_EVENTS, List.of(eventId), new PushOptions().slice(-SEEN_EVENTS_KEPT));
  }

  private static Bson history(StoreChange change, String why) {
    return Updates.pushEach(
        ChargeDocuments.HISTORY,
        List.of(ChargeDocuments.history(change.charge(), why, change.at())),
        new PushOptions().slice(-HISTORY_KEPT));
  }
}
