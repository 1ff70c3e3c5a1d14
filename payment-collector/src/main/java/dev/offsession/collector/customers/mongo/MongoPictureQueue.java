package dev.offsession.collector.customers.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.CHANGED_AT;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.ERASED;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.ID;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.METHODS_VERSION;
import static dev.offsession.collector.customers.mongo.CustomerDocuments.STRIPE_ID;
import static dev.offsession.platform.mongo.DueClaims.DUE_AT;
import static dev.offsession.platform.mongo.DueClaims.FENCE;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.customers.PictureQueue;
import dev.offsession.collector.customers.domain.CustomerReference;
import dev.offsession.collector.customers.domain.Picture;
import dev.offsession.platform.mongo.Claim;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Customers that are due, in the same collection as the customers themselves. */
public final class MongoPictureQueue implements PictureQueue {
  private final MongoCollection<Document> customers;
  private final DueClaims claims;

  public MongoPictureQueue(MongoCollection<Document> customers, DueClaims claims) {
    this.customers = customers;
    this.claims = claims;
  }

  @Override
  public Mono<Job> next(Instant now) {
    return claims.next(now).map(MongoPictureQueue::job);
  }

  @Override
  public Mono<Job> of(CustomerReference reference, Instant now) {
    return claims.ifDue(reference.value(), now).map(MongoPictureQueue::job);
  }

  @Override
  public Mono<Void> told(Job job, Instant now) {
    var picture = job.picture();
    var asTold = and(id(picture), eq(FENCE, job.fence()), eq(METHODS_VERSION, picture.version()));
    return Mono.from(customers.updateOne(asTold, done(picture)))
        .filter(result -> result.getMatchedCount() == 0)
        .flatMap(_ -> tellAgainIfClaimWasLost(job, now));
  }

  private Mono<Void> tellAgainIfClaimWasLost(Job job, Instant now) {
    var lost = and(id(job.picture()), ne(FENCE, job.fence()));
    var again =
        combine(
            inc(METHODS_VERSION, 1L), set(CHANGED_AT, Date.from(now)), set(DUE_AT, Date.from(now)));
    return Mono.from(customers.updateOne(lost, again)).then();
  }

  private static Bson done(Picture picture) {
    return switch (picture) {
      case Picture.Methods _ -> unset(DUE_AT);
      case Picture.Erased _ -> combine(unset(DUE_AT), unset(STRIPE_ID));
    };
  }

  private static Bson id(Picture picture) {
    return eq(ID, picture.reference().value());
  }

  private static Job job(Claim claim) {
    var document = claim.document();
    var erased = document.getBoolean(ERASED, false);
    return new Job(
        CustomerDocuments.picture(document),
        claim.fence(),
        erased ? CustomerDocuments.stripeId(document) : null);
  }
}
