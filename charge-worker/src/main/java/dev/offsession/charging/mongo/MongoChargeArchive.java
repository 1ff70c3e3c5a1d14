package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.ChargeArchive;
import dev.offsession.charging.domain.ChargeQuery;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeView;
import dev.offsession.charging.domain.HistoryEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads charges for people. */
public final class MongoChargeArchive implements ChargeArchive {
  private static final Bson IS_CHARGE = ne(ChargeDocuments.STATE, ChargeDocuments.CANCELED_AHEAD);

  private final MongoCollection<Document> charges;
  private final Duration patience;

  /**
   * @param patience how long one operation may take before it is given up
   */
  public MongoChargeArchive(MongoDatabase database, Duration patience) {
    this.charges = database.getCollection(MongoChargeStore.COLLECTION);
    this.patience = patience;
  }

  @Override
  public Optional<ChargeView> view(ChargeRequestId id) {
    Bson filter = and(eq(ChargeDocuments.ID, id.value()), IS_CHARGE);
    return Mono.from(charges.find(filter).first())
        .map(MongoChargeArchive::view)
        .blockOptional(patience);
  }

  @Override
  public List<ChargeView> list(ChargeQuery query) {
    return Flux.from(
            charges
                .find(filter(query))
                .sort(Sorts.ascending(ChargeDocuments.ID))
                .limit(query.limit()))
        .map(MongoChargeArchive::view)
        .collectList()
        .blockOptional(patience)
        .orElse(List.of());
  }

  private static Bson filter(ChargeQuery query) {
    List<Bson> parts = new ArrayList<>();
    query
        .customer()
        .ifPresent(customer -> parts.add(eq(ChargeDocuments.CUSTOMER, customer.value())));
    parts.add(
        query.state().map(state -> eq(ChargeDocuments.STATE, state.name())).orElse(IS_CHARGE));
    query
        .receivedBefore()
        .ifPresent(end -> parts.add(lt(ChargeDocuments.RECEIVED_AT, Date.from(end))));
    query.startingAfter().ifPresent(id -> parts.add(gt(ChargeDocuments.ID, id.value())));
    return and(parts);
  }

  private static ChargeView view(Document document) {
    return new ChargeView(
        ChargeDocuments.charge(document),
        Fields.maybeInstant(document, ChargeDocuments.DUE_AT),
        Fields.documents(document, ChargeDocuments.HISTORY).stream()
            .map(MongoChargeArchive::history)
            .toList());
  }

  private static HistoryEntry history(Document entry) {
    return new HistoryEntry(
        Fields.instant(entry, "at"),
        Fields.text(entry, ChargeDocuments.STATE),
        Fields.integer(entry, "attempt"),
        Fields.text(entry, "why"));
  }
}
