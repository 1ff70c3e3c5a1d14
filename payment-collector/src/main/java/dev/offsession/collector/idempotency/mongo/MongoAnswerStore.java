package dev.offsession.collector.idempotency.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.idempotency.AnswerStore;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** First answers in MongoDB, tidied up after two days. */
public final class MongoAnswerStore implements AnswerStore {
  private static final String STARTED_AT = "started_at";
  private static final String ANSWER = "answer";
  private static final long KEPT_DAYS = 2;

  private final MongoCollection<Document> answers;

  public MongoAnswerStore(MongoCollection<Document> answers) {
    this.answers = answers;
  }

  /** The index that tidies up. Calling again changes nothing. */
  public Mono<Void> createIndexes() {
    var tidy = new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS);
    return Mono.from(answers.createIndex(Indexes.ascending(STARTED_AT), tidy)).then();
  }

  @Override
  public Mono<Entry> begin(Entry entry) {
    var document =
        new Document("_id", entry.id())
            .append("fingerprint", entry.fingerprint())
            .append("work_id", entry.workId())
            .append(STARTED_AT, Date.from(entry.startedAt()));
    return Mono.from(answers.insertOne(document))
        .thenReturn(entry)
        .onErrorResume(
            MongoAnswerStore::isDuplicate,
            _ ->
                Mono.from(answers.find(eq("_id", entry.id())).first())
                    .map(MongoAnswerStore::entry));
  }

  @Override
  public Mono<Boolean> takeOver(Entry entry, Instant now) {
    var untouched = and(eq("_id", entry.id()), eq(STARTED_AT, Date.from(entry.startedAt())));
    return Mono.from(answers.updateOne(untouched, set(STARTED_AT, Date.from(now))))
        .map(result -> result.getMatchedCount() == 1);
  }

  @Override
  public Mono<Void> finish(Entry entry, String answer) {
    return Mono.from(answers.updateOne(eq("_id", entry.id()), set(ANSWER, answer))).then();
  }

  private static Entry entry(Document document) {
    return new Entry(
        document.getString("_id"),
        document.getString("fingerprint"),
        document.getString("work_id"),
        document.getDate(STARTED_AT).toInstant(),
        document.getString(ANSWER));
  }

  private static boolean isDuplicate(Throwable failure) {
    return failure instanceof MongoWriteException write
        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
  }
}
