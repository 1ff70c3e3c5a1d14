package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.OrphanIntent;
import dev.offsession.charging.domain.OrphanStore;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.platform.mongo.Claim;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Intents without a charge: ids and times, nothing else. */
public final class MongoOrphanStore implements OrphanStore {
  /** Name of the collection. */
  public static final String COLLECTION = "orphan_intents";

  private static final String REQUEST = "request_id";
  private static final String SINCE = "since";

  private final MongoCollection<Document> orphans;
  private final DueClaims claims;
  private final Duration patience;

  /**
   * @param lease between two looks at the same intent
   * @param patience how long one operation may take before it is given up
   */
  public MongoOrphanStore(MongoDatabase database, Duration lease, Duration patience) {
    this.orphans = database.getCollection(COLLECTION);
    this.claims = new DueClaims(orphans, lease);
    this.patience = patience;
  }

  /** Makes the index; calling again changes nothing. */
  public void createIndexes() {
    claims.createIndex().block(patience);
  }

  @Override
  public void park(OrphanIntent orphan, Instant now, Instant dueAt) {
    Document document =
        new Document("_id", orphan.intent().value())
            .append(REQUEST, orphan.request().value())
            .append(SINCE, Date.from(now))
            .append(DueClaims.FENCE, 0L)
            .append(DueClaims.DUE_AT, Date.from(dueAt));
    try {
      Mono.from(orphans.insertOne(document)).block(patience);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public List<Waiting> claimDue(Instant now, int max) {
    List<Waiting> due = new ArrayList<>();
    while (due.size() < max) {
      Optional<Claim> next = claims.next(now).blockOptional(patience);
      if (next.isEmpty()) {
        break;
      }
      due.add(read(next.get().document()));
    }
    return due;
  }

  @Override
  public void remove(PaymentIntentId intent) {
    Mono.from(orphans.deleteOne(eq("_id", intent.value()))).block(patience);
  }

  private static Waiting read(Document document) {
    OrphanIntent orphan =
        new OrphanIntent(
            new PaymentIntentId(Fields.text(document, "_id")),
            new ChargeRequestId(Fields.text(document, REQUEST)));
    return new Waiting(orphan, Fields.instant(document, SINCE));
  }
}
