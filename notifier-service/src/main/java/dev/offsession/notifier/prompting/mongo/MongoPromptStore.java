package dev.offsession.notifier.prompting.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Occasion;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.RequestId;
import dev.offsession.platform.mongo.DueClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/** Prompts in MongoDB, one document each. Waits for the database; not for event loops. */
public final class MongoPromptStore implements PromptStore {
  private static final String COLLECTION = "prompts";

  private final MongoCollection<Document> prompts;
  private final DueClaims claims;

  /**
   * Prompts in this database.
   *
   * @param lease how long a claim keeps others away
   */
  public MongoPromptStore(MongoDatabase database, Duration lease) {
    this.prompts = database.getCollection(COLLECTION);
    this.claims = new DueClaims(prompts, lease);
  }

  /** The indexes that look-ups need. Calling again changes nothing. */
  public void createIndexes() {
    claims.createIndex().block();
    var byRequest = Indexes.ascending(PromptDocument.REQUEST_ID);
    var name = new IndexOptions().name(COLLECTION + "_" + PromptDocument.REQUEST_ID);
    Mono.from(prompts.createIndex(byRequest, name)).block();
  }

  @Override
  public void add(Prompt prompt) {
    try {
      Mono.from(prompts.insertOne(PromptDocument.of(prompt))).block();
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
        throw e;
      }
    }
  }

  @Override
  public Optional<ChargeFacts> factsOf(RequestId request, Occasion occasion) {
    var thread = eq("_id", PromptId.thread(request, occasion));
    return Mono.from(prompts.find(thread).first())
        .map(found -> PromptDocument.read(found).facts())
        .blockOptional();
  }

  @Override
  public void suppressWaiting(RequestId request, long beforeEpisode, String reason, Instant now) {
    var untouched =
        and(
            eq(PromptDocument.REQUEST_ID, request.value()),
            lt(PromptDocument.EPISODE, beforeEpisode),
            eq(PromptDocument.STATUS, PromptDocument.WAITING),
            eq(PromptDocument.UNANSWERED, 0));
    var suppressed = new Finished(new Outcome.Suppressed(reason), now);
    var takenFromItsHolder = inc(DueClaims.FENCE, 1L);
    var dueAtOnce = set(DueClaims.DUE_AT, Date.from(now));
    Mono.from(
            prompts.updateMany(
                untouched,
                combine(PromptDocument.ended(suppressed), dueAtOnce, takenFromItsHolder)))
        .block();
  }

  @Override
  public List<Claim> claimDue(Instant now, int limit) {
    var claimed = new ArrayList<Claim>();
    while (claimed.size() < limit) {
      var next = claims.next(now).block();
      if (next == null) {
        break;
      }
      claimed.add(new Claim(PromptDocument.read(next.document()), next.fence()));
    }
    return List.copyOf(claimed);
  }

  @Override
  public boolean save(Claim claim, Prompt prompt) {
    return write(claim, combine(PromptDocument.status(prompt), PromptDocument.progress(prompt)));
  }

  @Override
  public boolean noteHandOver(Claim claim, Prompt prompt) {
    return write(claim, PromptDocument.progress(prompt));
  }

  @Override
  public boolean close(Claim claim) {
    return write(claim, unset(DueClaims.DUE_AT));
  }

  private boolean write(Claim claim, Bson update) {
    var held = and(eq("_id", claim.prompt().id().thread()), eq(DueClaims.FENCE, claim.fence()));
    return Mono.from(prompts.findOneAndUpdate(held, update)).block() != null;
  }
}
