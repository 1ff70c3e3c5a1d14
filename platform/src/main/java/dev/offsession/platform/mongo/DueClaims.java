package dev.offsession.platform.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * Claims documents that are due, so that one process at a time works on each.
 *
 * <p>{@code due_at} is the next moment somebody must look; it is unset when nobody must. A claim
 * moves it by the lease and raises {@code fence}; every later write names the fence it was claimed
 * with. A process that slept through its lease therefore writes nothing, however late it wakes:
 * time decides only who gets on with the work, never what is written.
 */
public final class DueClaims {

  /** Field of the next moment somebody must look. */
  public static final String DUE_AT = "due_at";

  /** Field of the claim's number. */
  public static final String FENCE = "fence";

  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

  private final MongoCollection<Document> documents;
  private final Duration lease;

  /**
   * @param documents a collection whose documents carry {@code due_at} (date) and {@code fence}
   *     (64-bit number)
   * @param lease how long a claim keeps others away
   */
  public DueClaims(MongoCollection<Document> documents, Duration lease) {
    this.documents = documents;
    this.lease = lease;
  }

  /** The one index that claims need. Calling again changes nothing. */
  public Mono<String> createIndex() {
    String name = documents.getNamespace().getCollectionName() + "_due_at";
    return Mono.from(
        documents.createIndex(ascending(DUE_AT), new IndexOptions().sparse(true).name(name)));
  }

  /** The document that is due for the longest, now claimed; empty when none is due. */
  public Mono<Claim> next(Instant now) {
    var oldestFirst =
        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).sort(ascending(DUE_AT));
    return claim(lte(DUE_AT, Date.from(now)), now, oldestFirst);
  }

  /** This document if it is due, now claimed; empty when it is not due or does not exist. */
  public Mono<Claim> ifDue(Object id, Instant now) {
    return claim(and(eq("_id", id), lte(DUE_AT, Date.from(now))), now, AFTER);
  }

  /**
   * This document, now claimed, even if another process holds it: that one's later writes change
   * nothing. For news that cannot wait for the lease to end. Empty when it does not exist.
   */
  public Mono<Claim> take(Object id, Instant now) {
    return claim(eq("_id", id), now, AFTER);
  }

  /**
   * Writes under the claim's fence.
   *
   * @param update operators for one document; it must leave {@code fence} alone
   * @return the document after the write; empty when the claim was lost and nothing was written
   */
  public Mono<Document> update(Claim claim, Bson update) {
    Bson held = and(eq("_id", claim.id()), eq(FENCE, claim.fence()));
    return Mono.from(documents.findOneAndUpdate(held, update, AFTER));
  }

  private Mono<Claim> claim(Bson filter, Instant now, FindOneAndUpdateOptions options) {
    Bson taken = combine(inc(FENCE, 1L), set(DUE_AT, Date.from(now.plus(lease))));
    return Mono.from(documents.findOneAndUpdate(filter, taken, options)).map(Claim::of);
  }
}
