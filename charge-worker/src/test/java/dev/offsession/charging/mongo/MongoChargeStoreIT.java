package dev.offsession.charging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.usecase.ChargeStoreContract;
import dev.offsession.parts.SharedParts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MongoChargeStoreIT extends ChargeStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final int FINISHED = 20_000;
  private static final int ROUNDS = 40;

  /**
   * A round of the due loop is as fast beside 20,000 finished charges as beside none, because they
   * are not in the sparse index. The fastest of many rounds counts, so that a busy machine does
   * not.
   */
  @Test
  void finishedChargesCostTheDueLoopNothing() {
    MongoDatabase database =
        MongoClients.create(SharedParts.mongo().uri())
            .getDatabase("finished_" + UUID.randomUUID().toString().replace("-", ""));
    MongoChargeStore store = new MongoChargeStore(database, LEASE, Duration.ofSeconds(30));
    store.createIndexes();
    MongoCollection<Document> charges = database.getCollection(MongoChargeStore.COLLECTION);
    charges(charges, 1, 1, "waiting", NOON.plus(Duration.ofDays(1)));
    long alone = fastestRound(store);

    charges(charges, FINISHED, 1000, "finished", null);

    assertThat(fastestRound(store)).isLessThan(4 * alone + Duration.ofMillis(2).toNanos());
    assertThat(indexes(charges))
        .anyMatch(index ->
            index.get("key", Document.class).keySet().equals(Set.of("due_at"))
                && index.getBoolean("sparse", false));
  }

  private static long fastestRound(MongoChargeStore store) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      assertThat(store.claimDue(NOON, 10)).isEmpty();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  private static void charges(
      MongoCollection<Document> charges,
      int count,
      int batch,
      String name,
      @Nullable Instant dueAt) {
    for (int done = 0; done < count; done += batch) {
      List<Document> documents =
          IntStream.range(done, done + batch)
              .mapToObj(i -> new Document("_id", name + i).append("state", "SUCCEEDED"))
              .toList();
      if (dueAt != null) {
        documents.forEach(document -> document.append("due_at", Date.from(dueAt)));
      }
      Mono.from(charges.insertMany(documents)).block();
    }
  }

  private static List<Document> indexes(MongoCollection<Document> charges) {
    return Flux.from(charges.listIndexes()).collectList().blockOptional().orElseThrow();
  }

  @Override
  protected ChargeStore newStore() {
    String database = "store_" + UUID.randomUUID().toString().replace("-", "");
    MongoChargeStore store =
        new MongoChargeStore(
            MongoClients.create(SharedParts.mongo().uri()).getDatabase(database),
            LEASE,
            Duration.ofSeconds(10));
    store.createIndexes();
    return store;
  }
}
