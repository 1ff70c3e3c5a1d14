package dev.offsession.collector.links.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.links.LinkStore;
import dev.offsession.collector.links.domain.Link;
import dev.offsession.collector.links.domain.LinkEnd;
import dev.offsession.collector.links.domain.LinkPurpose;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Links in MongoDB. */
public final class MongoLinkStore implements LinkStore {
  private static final String TOKEN_HASH = "token_hash";
  private static final String REQUEST_ID = "request_id";
  private static final String CUSTOMER = "customer";
  private static final String SETUP_INTENT_ID = "setup_intent_id";
  private static final String EXPIRES_AT = "expires_at";
  private static final String APPROVALS = "approvals";
  private static final String SEEN_AT = "seen_at";
  private static final String END = "end";
  private static final long KEPT_AFTER_EXPIRY_DAYS = 90;

  private final MongoCollection<Document> links;

  public MongoLinkStore(MongoCollection<Document> links) {
    this.links = links;
  }

  /** The indexes of the look-ups, and one that tidies up. Calling again changes nothing. */
  public Mono<Void> createIndexes() {
    var unique = new IndexOptions().unique(true);
    var tidy = new IndexOptions().expireAfter(KEPT_AFTER_EXPIRY_DAYS, TimeUnit.DAYS);
    return Flux.concat(
            links.createIndex(Indexes.ascending(TOKEN_HASH), unique),
            links.createIndex(Indexes.ascending(REQUEST_ID), new IndexOptions().sparse(true)),
            links.createIndex(Indexes.ascending(CUSTOMER)),
            links.createIndex(Indexes.ascending(EXPIRES_AT), tidy))
        .then();
  }

  @Override
  public Mono<Void> add(Link link, String tokenHash) {
    var document = document(link).append(TOKEN_HASH, tokenHash);
    return Mono.from(
            links.replaceOne(eq("_id", link.id()), document, new ReplaceOptions().upsert(true)))
        .then();
  }

  @Override
  public Mono<Link> find(String tokenHash, LinkPurpose purpose) {
    return Mono.from(links.find(eq(TOKEN_HASH, tokenHash)).first())
        .map(MongoLinkStore::link)
        .filter(link -> link.purpose() == purpose);
  }

  @Override
  public Mono<Void> endAllOfCharge(String requestId, LinkEnd end) {
    return endAll(and(eq(REQUEST_ID, requestId), exists(END, false)), end);
  }

  @Override
  public Mono<Void> endAllOfCustomer(CustomerReference customer, LinkEnd end) {
    // Erasure goes over every other end: afterwards nothing of the customer may be shown.
    return endAll(eq(CUSTOMER, customer.value()), end);
  }

  @Override
  public Mono<Void> seen(Link link, Instant now) {
    var seen = set(SEEN_AT, Date.from(now));
    return Mono.from(links.updateOne(eq("_id", link.id()), seen)).then();
  }

  @Override
  public Mono<Boolean> seenSince(String requestId, Instant moment) {
    var open = and(eq(REQUEST_ID, requestId), gte(SEEN_AT, Date.from(moment)));
    return Mono.from(links.find(open).first()).hasElement();
  }

  @Override
  public Mono<Void> countApproval(Link link) {
    return Mono.from(links.updateOne(eq("_id", link.id()), inc(APPROVALS, 1))).then();
  }

  @Override
  public Mono<Link> replaceSetupIntent(Link link, @Nullable String expected, String setupIntentId) {
    var id = eq("_id", link.id());
    return Mono.from(
            links.updateOne(
                and(id, eq(SETUP_INTENT_ID, expected)), set(SETUP_INTENT_ID, setupIntentId)))
        .then(Mono.defer(() -> Mono.from(links.find(id).first())))
        .map(MongoLinkStore::link);
  }

  private Mono<Void> endAll(Bson filter, LinkEnd end) {
    return Mono.from(links.updateMany(filter, combine(set(END, end.name())))).then();
  }

  private static Document document(Link link) {
    var document =
        new Document("_id", link.id())
            .append("purpose", link.purpose().name())
            .append(CUSTOMER, link.customer().value())
            .append("payment_intent_id", link.paymentIntentId())
            .append(SETUP_INTENT_ID, link.setupIntentId())
            .append("return_url", link.returnUrl())
            .append("created_at", Date.from(link.createdAt()))
            .append(EXPIRES_AT, Date.from(link.expiresAt()))
            .append(APPROVALS, link.approvals());
    if (link.requestId() != null) {
      document.append(REQUEST_ID, link.requestId());
    }
    return document;
  }

  private static Link link(Document document) {
    var end = document.getString(END);
    return new Link(
        document.getString("_id"),
        LinkPurpose.valueOf(document.getString("purpose")),
        new CustomerReference(document.getString(CUSTOMER)),
        document.getString(REQUEST_ID),
        document.getString("payment_intent_id"),
        document.getString(SETUP_INTENT_ID),
        document.getString("return_url"),
        document.getDate("created_at").toInstant(),
        document.getDate(EXPIRES_AT).toInstant(),
        document.getInteger(APPROVALS, 0),
        end == null ? null : LinkEnd.valueOf(end));
  }
}
