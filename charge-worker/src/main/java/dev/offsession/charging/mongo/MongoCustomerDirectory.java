package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StripeCustomerId;
import java.time.Duration;
import java.util.Optional;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** What payment-collector told of each customer: ids, brand and last four digits, nothing else. */
public final class MongoCustomerDirectory implements CustomerDirectory {
  /** Name of the collection. */
  public static final String COLLECTION = "customer_payment_methods";

  private final MongoCollection<Document> customers;
  private final Duration patience;

  /**
   * @param patience how long one operation may take before it is given up
   */
  public MongoCustomerDirectory(MongoDatabase database, Duration patience) {
    this.customers = database.getCollection(COLLECTION);
    this.patience = patience;
  }

  @Override
  public Optional<Customer> find(CustomerReference reference) {
    return Mono.from(customers.find(eq("_id", reference.value())).first())
        .map(MongoCustomerDirectory::read)
        .blockOptional(patience);
  }

  /** An upsert that meets a newer picture finds the id taken: then the newer one stands. */
  @Override
  public void keep(Customer customer) {
    var older = and(eq("_id", customer.reference().value()), lt("version", customer.version()));
    try {
      Mono.from(customers.replaceOne(older, write(customer), new ReplaceOptions().upsert(true)))
          .block(patience);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public void forget(CustomerReference reference) {
    Mono.from(customers.deleteOne(eq("_id", reference.value()))).block(patience);
  }

  private static Document write(Customer customer) {
    Document document =
        new Document("_id", customer.reference().value())
            .append("stripe_customer_id", customer.stripeId().value())
            .append("methods", customer.methods().stream().map(PartDocuments::of).toList())
            .append("version", customer.version());
    Fields.put(
        document,
        "default_payment_method_id",
        customer.defaultMethod().map(PaymentMethodId::value));
    return document;
  }

  private static Customer read(Document document) {
    return new Customer(
        new CustomerReference(Fields.text(document, "_id")),
        new StripeCustomerId(Fields.text(document, "stripe_customer_id")),
        Fields.maybeText(document, "default_payment_method_id").map(PaymentMethodId::new),
        Fields.documents(document, "methods").stream().map(PartDocuments::card).toList(),
        Fields.number(document, "version"));
  }
}
