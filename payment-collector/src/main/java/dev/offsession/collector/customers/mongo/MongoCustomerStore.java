package dev.offsession.collector.customers.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.CHANGED_AT;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.CONSENTS;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.ERASED;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.GENERATION;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.ID;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.METHODS_VERSION;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.STRIPE_ID;
import static dev.offsession.platform.mongo.DueClaims.DUE_AT;
import static dev.offsession.platform.mongo.DueClaims.FENCE;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.customers.ConsentStore;
import dev.offsession.collector.customers.CustomerStore;
import dev.offsession.collector.customers.domain.Consent;
import dev.offsession.collector.customers.domain.Contact;
import dev.offsession.collector.customers.domain.Customer;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.SavedMethods;
import dev.offsession.collector.customers.domain.StripeCustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Customers in MongoDB: one document each, single-document updates only. */
public final class MongoCustomerStore implements CustomerStore, ConsentStore {
  private static final FindOneAndUpdateOptions AFTER =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
  private static final FindOneAndUpdateOptions UPSERT =
      new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER).upsert(true);

  private final MongoCollection<Document> customers;

  public MongoCustomerStore(MongoCollection<Document> customers) {
    this.customers = customers;
  }

  /** The index that finds the customer of a Stripe event. Calling again changes nothing. */
  public Mono<Void> createIndexes() {
    var options = new IndexOptions().unique(true).sparse(true).name("customers_stripe_id");
    return Mono.from(customers.createIndex(Indexes.ascending(STRIPE_ID), options)).then();
  }

  @Override
  public Mono<Customer> find(CustomerReference reference) {
    return Mono.from(customers.find(eq(ID, reference.value())).first())
        .filter(found -> !found.getBoolean(ERASED, false))
        .map(CustomerDocuments::customer);
  }

  @Override
  public Mono<Customer> findByStripeId(StripeCustomerId id) {
    return Mono.from(customers.find(eq(STRIPE_ID, id.value())).first())
        .filter(found -> !found.getBoolean(ERASED, false))
        .map(CustomerDocuments::customer);
  }

  @Override
  public Mono<Customer> put(CustomerReference reference, Contact contact, Instant now) {
    var upsert =
        Mono.from(customers.findOneAndUpdate(present(reference), written(contact, now), UPSERT));
    return upsert
        .onErrorResume(
            MongoCustomerStore::isDuplicate,
            _ ->
                revived(reference, contact)
                    .switchIfEmpty(upsert)
                    .onErrorMap(
                        MongoCustomerStore::isDuplicate, _ -> new ErasureInProgress(reference)))
        .map(CustomerDocuments::customer);
  }

  @Override
  public Mono<Customer> link(Customer customer, StripeCustomerId id, Instant now) {
    var unlinked =
        and(
            present(customer.reference()),
            eq(GENERATION, customer.generation()),
            exists(STRIPE_ID, false));
    var linked = combine(set(STRIPE_ID, id.value()), changed(now));
    return Mono.from(customers.findOneAndUpdate(unlinked, linked, AFTER))
        .map(CustomerDocuments::customer)
        .switchIfEmpty(find(customer.reference()));
  }

  @Override
  public Mono<Boolean> replaceMethods(Customer expected, SavedMethods methods, Instant now) {
    var unchanged =
        and(present(expected.reference()), eq(METHODS_VERSION, expected.methodsVersion()));
    var updates = new ArrayList<Bson>();
    CustomerDocuments.methods(methods).forEach((field, value) -> updates.add(set(field, value)));
    updates.add(changed(now));
    return Mono.from(customers.updateOne(unchanged, combine(updates)))
        .map(result -> result.getMatchedCount() == 1);
  }

  @Override
  public Mono<Boolean> erase(CustomerReference reference, Instant now) {
    var updates = new ArrayList<Bson>();
    CustomerDocuments.methods(SavedMethods.NONE)
        .forEach((field, value) -> updates.add(set(field, value)));
    List.of(
            CustomerDocuments.EMAIL,
            CustomerDocuments.NAME,
            CustomerDocuments.LOCALE,
            CustomerDocuments.TIME_ZONE,
            CustomerDocuments.REMINDERS_MUTED,
            CustomerDocuments.PUSH_SUBSCRIPTIONS,
            CONSENTS + ".$[].ip",
            CONSENTS + ".$[].user_agent")
        .forEach(field -> updates.add(unset(field)));
    updates.add(set(ERASED, true));
    updates.add(inc(GENERATION, 1));
    updates.add(changed(now));
    return Mono.from(customers.updateOne(present(reference), combine(updates)))
        .map(result -> result.getMatchedCount() == 1);
  }

  @Override
  public Mono<Void> keep(CustomerReference customer, Consent consent) {
    var first = and(present(customer), ne(CONSENTS + ".intent_id", consent.intentId()));
    var document =
        new Document("intent_id", consent.intentId())
            .append("text_version", consent.textVersion())
            .append("language", consent.language())
            .append("given_at", Date.from(consent.givenAt()))
            .append("ip", consent.ip())
            .append("user_agent", consent.userAgent());
    return Mono.from(customers.updateOne(first, push(CONSENTS, document))).then();
  }

  /** Takes a reference into use again once its earlier customer is gone everywhere. */
  private Mono<Document> revived(CustomerReference reference, Contact contact) {
    var gone = and(eq(ID, reference.value()), eq(ERASED, true), exists(DUE_AT, false));
    var updates = new ArrayList<Bson>();
    CustomerDocuments.contact(contact).forEach((field, value) -> updates.add(set(field, value)));
    updates.add(set(ERASED, false));
    return Mono.from(customers.findOneAndUpdate(gone, combine(updates), AFTER));
  }

  private static Bson written(Contact contact, Instant now) {
    var updates = new ArrayList<Bson>();
    CustomerDocuments.contact(contact).forEach((field, value) -> updates.add(set(field, value)));
    updates.add(setOnInsert(GENERATION, 0));
    updates.add(setOnInsert(METHODS_VERSION, 0L));
    updates.add(setOnInsert(FENCE, 0L));
    updates.add(setOnInsert(CONSENTS, List.of()));
    updates.add(setOnInsert("created_at", Date.from(now)));
    return combine(updates);
  }

  /** A change of what is told: new version, and due at once, in the same write. */
  private static Bson changed(Instant now) {
    return combine(
        inc(METHODS_VERSION, 1L), set(CHANGED_AT, Date.from(now)), set(DUE_AT, Date.from(now)));
  }

  private static Bson present(CustomerReference reference) {
    return and(eq(ID, reference.value()), eq(ERASED, false));
  }

  private static boolean isDuplicate(Throwable failure) {
    return failure instanceof MongoServerException
        && failure instanceof MongoException mongo
        && ErrorCategory.fromErrorCode(mongo.getCode()) == ErrorCategory.DUPLICATE_KEY;
  }
}
