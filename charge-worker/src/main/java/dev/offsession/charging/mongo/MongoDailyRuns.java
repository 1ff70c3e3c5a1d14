package dev.offsession.charging.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.DailyRuns;
import dev.offsession.charging.domain.Reconciliation;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** One document per day: who inserts it reports the day; who dies leaves it due. */
public final class MongoDailyRuns implements DailyRuns {
  /** Name of the collection. */
  public static final String COLLECTION = "reconciliations";

  private final MongoCollection<Document> days;
  private final DueClaims claims;
  private final Duration lease;
  private final Duration patience;

  /**
   * @param lease how long a report may take before another instance makes it
   * @param patience how long one operation may take before it is given up
   */
  public MongoDailyRuns(MongoDatabase database, Duration lease, Duration patience) {
    this.days = database.getCollection(COLLECTION);
    this.claims = new DueClaims(days, lease);
    this.lease = lease;
    this.patience = patience;
  }

  @Override
  public boolean take(LocalDate day, Instant now) {
    Document fresh =
        new Document("_id", day.toString())
            .append(DueClaims.FENCE, 1L)
            .append(DueClaims.DUE_AT, Date.from(now.plus(lease)));
    try {
      Mono.from(days.insertOne(fresh)).block(patience);
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
      return claims.ifDue(day.toString(), now).blockOptional(patience).isPresent();
    }
  }

  @Override
  public void done(LocalDate day, Reconciliation report) {
    Mono.from(
            days.updateOne(
                eq("_id", day.toString()),
                Updates.combine(
                    Updates.unset(DueClaims.DUE_AT),
                    Updates.set("differences", report.differences().size()))))
        .block(patience);
  }
}
