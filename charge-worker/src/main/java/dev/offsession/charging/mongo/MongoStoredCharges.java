package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StoredCharge;
import dev.offsession.charging.domain.StoredCharges;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/** The few fields of charges that tell of money. */
public final class MongoStoredCharges implements StoredCharges {
  private static final Bson MONEY =
      Projections.include(
          ChargeDocuments.STATE, ChargeDocuments.INTENT, "request.currency", "detail");

  private final MongoCollection<Document> charges;
  private final Duration patience;

  /**
   * @param patience how long one query may take before it is given up
   */
  public MongoStoredCharges(MongoDatabase database, Duration patience) {
    this.charges = database.getCollection(MongoChargeStore.COLLECTION);
    this.patience = patience;
  }

  @Override
  public List<StoredCharge> paidAndReceivedBetween(Instant from, Instant to) {
    return read(
        and(
            gte(ChargeDocuments.RECEIVED_AT, Date.from(from)),
            lt(ChargeDocuments.RECEIVED_AT, Date.from(to)),
            eq(ChargeDocuments.STATE, StateName.SUCCEEDED.name())));
  }

  @Override
  public List<StoredCharge> find(Collection<ChargeRequestId> requests) {
    return requests.isEmpty()
        ? List.of()
        : read(
            and(
                in(ChargeDocuments.ID, requests.stream().map(ChargeRequestId::value).toList()),
                ne(ChargeDocuments.STATE, ChargeDocuments.CANCELED_AHEAD)));
  }

  private List<StoredCharge> read(Bson filter) {
    return Flux.from(charges.find(filter).projection(MONEY))
        .map(MongoStoredCharges::read)
        .collectList()
        .blockOptional(patience)
        .orElse(List.of());
  }

  private static StoredCharge read(Document document) {
    StateName state = StateName.valueOf(Fields.text(document, ChargeDocuments.STATE));
    return new StoredCharge(
        new ChargeRequestId(Fields.text(document, ChargeDocuments.ID)),
        Fields.maybeText(document, ChargeDocuments.INTENT).map(PaymentIntentId::new),
        state,
        state == StateName.SUCCEEDED
            ? Fields.number(Fields.document(document, "detail"), StateDocuments.RECEIVED_MINOR)
            : 0,
        Fields.text(Fields.document(document, "request"), "currency")
            .toLowerCase(java.util.Locale.ROOT));
  }
}
