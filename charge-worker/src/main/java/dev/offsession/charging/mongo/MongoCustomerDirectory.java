package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.RetryBudget;
import dev.offsession.charging.domain.StripeCustomerId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** What payment-collector told of each customer: ids, brand and last four digits, nothing else. */
public final class MongoCustomerDirectory implements CustomerDirectory {
  /** Name of the collection. */
  public static final String COLLECTION = "customer_payment_methods";

  private static final String DEFAULT_METHOD = "default_payment_method_id";
  private static final String REFUSALS = "refusals";

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
    Bson older = and(eq("_id", customer.reference().value()), lt("version", customer.version()));
    try {
      Mono.from(customers.updateOne(older, write(customer), new UpdateOptions().upsert(true)))
          .block(patience);
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public void noteRefusal(CustomerReference reference, CardRefusal refusal) {
    Bson notNoted = and(eq("_id", reference.value()), ne(REFUSALS + ".attempt", refusal.attempt()));
    Bson note =
        Updates.pushEach(
            REFUSALS,
            List.of(PartDocuments.of(refusal)),
            new PushOptions().slice(-RetryBudget.REFUSALS_KEPT));
    Mono.from(customers.updateOne(notNoted, note)).block(patience);
  }

  @Override
  public void forget(CustomerReference reference) {
    Mono.from(customers.deleteOne(eq("_id", reference.value()))).block(patience);
  }

  private static Bson write(Customer customer) {
    return Updates.combine(
        Updates.set("stripe_customer_id", customer.stripeId().value()),
        Updates.set("methods", customer.methods().stream().map(PartDocuments::of).toList()),
        Updates.set("version", customer.version()),
        customer
            .defaultMethod()
            .map(method -> Updates.set(DEFAULT_METHOD, method.value()))
            .orElseGet(() -> Updates.unset(DEFAULT_METHOD)));
  }

  private static Customer read(Document document) {
    return new Customer(
        new CustomerReference(Fields.text(document, "_id")),
        new StripeCustomerId(Fields.text(document, "stripe_customer_id")),
        Fields.maybeText(document, DEFAULT_METHOD).map(PaymentMethodId::new),
        Fields.documents(document, "methods").stream().map(PartDocuments::card).toList(),
        Fields.number(document, "version"),
        Fields.documents(document, REFUSALS).stream().map(PartDocuments::refusal).toList());
  }
}
