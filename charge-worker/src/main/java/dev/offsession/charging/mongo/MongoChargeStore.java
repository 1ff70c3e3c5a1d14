package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndReplaceOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.StoreChange;
import dev.offsession.platform.mongo.Claim;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Charges in MongoDB. Each method is one or more single-document operations; writers wait on a
 * virtual thread for the majority.
 */
public final class MongoChargeStore implements ChargeStore {
  /** Name of the collection. */
  public static final String COLLECTION = "charges";

  private static final List<String> WAKEABLE =
      List.of(
          StateName.RECEIVED.name(),
          StateName.AUTHENTICATION_REQUIRED.name(),
          StateName.PAYMENT_METHOD_REQUIRED.name(),
          StateName.RETRY_SCHEDULED.name());

  private final MongoCollection<Document> charges;
  private final DueClaims claims;
  private final Duration patience;

  /**
   * @param lease how long a claim keeps others away
   * @param patience how long one operation may take before it is given up
   */
  public MongoChargeStore(MongoDatabase database, Duration lease, Duration patience) {
    this.charges = database.getCollection(COLLECTION);
    this.claims = new DueClaims(charges, lease);
    this.patience = patience;
  }

  /** Makes the indexes; calling again changes nothing. */
  public void createIndexes() {
    await(claims.createIndex());
    await(
        Mono.from(
            charges.createIndex(
                Indexes.ascending(ChargeDocuments.CUSTOMER, ChargeDocuments.STATE),
                new IndexOptions().name(COLLECTION + "_customer_state"))));
    await(
        Mono.from(
            charges.createIndex(
                Indexes.ascending(ChargeDocuments.RECEIVED_AT),
                new IndexOptions().name(COLLECTION + "_received_at"))));
  }

  @Override
  public List<Insertion> insert(List<Decision> births, Instant leaseEnds) {
    List<Document> documents =
        births.stream().map(birth -> ChargeDocuments.newborn(birth, leaseEnds)).toList();
    Set<Integer> taken = insertAll(documents);
    Map<String, Document> there = there(documents, taken);
    List<Insertion> results = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      results.add(
          taken.contains(i)
              ? known(there, documents.get(i).getString(ChargeDocuments.ID))
              : new Insertion.Inserted(ChargeDocuments.held(documents.get(i))));
    }
    return results;
  }

  @Override
  public Optional<HeldCharge> insertCanceled(Decision birth, Instant leaseEnds) {
    Document document = ChargeDocuments.newborn(birth, leaseEnds);
    Bson stub =
        and(
            eq(ChargeDocuments.ID, document.getString(ChargeDocuments.ID)),
            eq(ChargeDocuments.STATE, ChargeDocuments.CANCELED_AHEAD));
    return await(
            Mono.from(
                charges.findOneAndReplace(
                    stub,
                    document,
                    new FindOneAndReplaceOptions().returnDocument(ReturnDocument.AFTER))))
        .map(ChargeDocuments::held);
  }

  @Override
  public Optional<HeldCharge> find(ChargeRequestId id) {
    return await(Mono.from(charges.find(eq(ChargeDocuments.ID, id.value())).first()))
        .filter(document -> !isStub(document))
        .map(ChargeDocuments::held);
  }

  @Override
  public List<HeldCharge> claimDue(Instant now, int max) {
    List<HeldCharge> claimed = new ArrayList<>();
    while (claimed.size() < max) {
      Optional<Claim> next = await(claims.next(now));
      if (next.isEmpty()) {
        break;
      }
      claimed.add(ChargeDocuments.held(next.get().document()));
    }
    return claimed;
  }

  @Override
  public Optional<HeldCharge> claimIfDue(ChargeRequestId id, Instant now) {
    return await(claims.ifDue(id.value(), now))
        .map(claim -> ChargeDocuments.held(claim.document()));
  }

  /**
   * Nothing is read back: under the fence and the version there is what was read, and the change.
   */
  @Override
  public Optional<HeldCharge> save(HeldCharge held, StoreChange change) {
    Bson ours =
        and(
            eq(ChargeDocuments.ID, held.charge().id().value()),
            eq(ChargeDocuments.FENCE, held.fence()),
            eq(ChargeDocuments.VERSION, held.version()));
    return await(Mono.from(charges.updateOne(ours, ChargeUpdates.of(held, change))))
        .filter(result -> result.getMatchedCount() == 1)
        .map(_ -> held.after(change));
  }

  @Override
  public List<ChargeRequestId> wakeWaiting(CustomerReference customer, Instant now) {
    Bson waiting =
        and(eq(ChargeDocuments.CUSTOMER, customer.value()), in(ChargeDocuments.STATE, WAKEABLE));
    List<String> ids =
        await(
                Flux.from(charges.find(waiting).projection(new Document(ChargeDocuments.ID, 1)))
                    .map(document -> document.getString(ChargeDocuments.ID))
                    .collectList())
            .orElse(List.of());
    ids.forEach(id -> wake(id, now));
    return ids.stream().map(ChargeRequestId::new).toList();
  }

  @Override
  public boolean keepCancellation(ChargeRequestId id, String reason, Instant now) {
    Document stub =
        new Document(ChargeDocuments.ID, id.value())
            .append(ChargeDocuments.STATE, ChargeDocuments.CANCELED_AHEAD)
            .append("reason", reason)
            .append(ChargeDocuments.RECEIVED_AT, Date.from(now));
    try {
      await(Mono.from(charges.insertOne(stub)));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return await(Mono.from(charges.find(eq(ChargeDocuments.ID, id.value())).first()))
          .filter(MongoChargeStore::isStub)
          .isPresent();
    }
  }

  /** Raises the fence too: who is just letting go of the charge must not put its due time back. */
  private void wake(String id, Instant now) {
    Bson waiting = and(eq(ChargeDocuments.ID, id), in(ChargeDocuments.STATE, WAKEABLE));
    Bson due =
        Updates.combine(
            Updates.inc(ChargeDocuments.FENCE, 1L),
            Updates.set(ChargeDocuments.DUE_AT, Date.from(now)));
    await(Mono.from(charges.findOneAndUpdate(waiting, due)));
  }

  /** Inserts without order; returns the places of those whose id was taken. */
  private Set<Integer> insertAll(List<Document> documents) {
    if (documents.isEmpty()) {
      return Set.of();
    }
    try {
      await(Mono.from(charges.insertMany(documents, new InsertManyOptions().ordered(false))));
      return Set.of();
    } catch (MongoBulkWriteException e) {
      Set<Integer> taken = new HashSet<>();
      e.getWriteErrors()
          .forEach(error -> {
            if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
              throw e;
            }
            taken.add(error.getIndex());
          });
      if (e.getWriteConcernError() != null) {
        throw e;
      }
      return taken;
    }
  }

  private Map<String, Document> there(List<Document> documents, Set<Integer> taken) {
    if (taken.isEmpty()) {
      return Map.of();
    }
    List<String> ids =
        taken.stream().map(i -> documents.get(i).getString(ChargeDocuments.ID)).toList();
    Map<String, Document> there = new HashMap<>();
    await(Flux.from(charges.find(in(ChargeDocuments.ID, ids))).collectList())
        .orElse(List.of())
        .forEach(document -> there.put(document.getString(ChargeDocuments.ID), document));
    return there;
  }

  private static Insertion known(Map<String, Document> there, String id) {
    Document first = there.get(id);
    if (first == null) {
      throw new IllegalStateException("a charge that was there is gone");
    }
    return isStub(first)
        ? new Insertion.CanceledAhead(Fields.text(first, "reason"))
        : new Insertion.Known(new Fingerprint(Fields.text(first, ChargeDocuments.FINGERPRINT)));
  }

  private static boolean isStub(Document document) {
    return ChargeDocuments.CANCELED_AHEAD.equals(document.getString(ChargeDocuments.STATE));
  }

  private <T> Optional<T> await(Mono<T> operation) {
    return operation.blockOptional(patience);
  }
}
