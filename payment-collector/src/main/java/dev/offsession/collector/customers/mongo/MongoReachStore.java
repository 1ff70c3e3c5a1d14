package dev.offsession.collector.customers.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.ERASED;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.ID;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.PUSH_SUBSCRIPTIONS;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.REMINDERS_MUTED;

import com.mongodb.client.model.PushOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.customers.ReachStore;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.PushSubscription;
import dev.offsession.collector.customers.domain.Reach;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Wishes about messages, in the customer's own document: one erasure empties all of it. */
public final class MongoReachStore implements ReachStore {
  private final MongoCollection<Document> customers;

  public MongoReachStore(MongoCollection<Document> customers) {
    this.customers = customers;
  }

  @Override
  public Mono<Reach> reach(CustomerReference customer) {
    return Mono.from(customers.find(present(customer)).first()).map(MongoReachStore::reach);
  }

  @Override
  public Mono<Void> muteReminders(CustomerReference customer, boolean muted) {
    return update(present(customer), muted ? set(REMINDERS_MUTED, true) : unset(REMINDERS_MUTED));
  }

  @Override
  public Mono<Void> subscribe(CustomerReference customer, PushSubscription subscription) {
    var document =
        new Document("id", subscription.id())
            .append("endpoint", subscription.endpoint())
            .append("p256dh", subscription.p256dh())
            .append("auth", subscription.auth());
    // Two steps: a browser whose keys changed must not stay with the old ones. A crash between them
    // leaves it unsubscribed, and the browser's next visit subscribes it.
    var absent = and(present(customer), ne(PUSH_SUBSCRIPTIONS + ".id", subscription.id()));
    var newest = new PushOptions().slice(-SUBSCRIPTIONS_MAX);
    return unsubscribe(customer, subscription.id())
        .then(update(absent, pushEach(PUSH_SUBSCRIPTIONS, List.of(document), newest)));
  }

  @Override
  public Mono<Void> unsubscribe(CustomerReference customer, String subscriptionId) {
    return update(present(customer), pull(PUSH_SUBSCRIPTIONS, new Document("id", subscriptionId)));
  }

  @Override
  public Mono<Void> unsubscribeAll(CustomerReference customer) {
    return update(present(customer), unset(PUSH_SUBSCRIPTIONS));
  }

  private Mono<Void> update(Bson filter, Bson change) {
    return Mono.defer(() -> Mono.from(customers.updateOne(filter, change))).then();
  }

  private static Bson present(CustomerReference customer) {
    return and(eq(ID, customer.value()), eq(ERASED, false));
  }

  private static Reach reach(Document customer) {
    var subscriptions = customer.getList(PUSH_SUBSCRIPTIONS, Document.class, List.of());
    return new Reach(
        customer.getBoolean(REMINDERS_MUTED, false),
        subscriptions.stream().map(MongoReachStore::subscription).toList());
  }

  private static PushSubscription subscription(Document document) {
    return new PushSubscription(
        document.getString("id"),
        document.getString("endpoint"),
        document.getString("p256dh"),
        document.getString("auth"));
  }
}
