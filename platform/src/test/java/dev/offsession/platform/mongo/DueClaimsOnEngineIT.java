package dev.offsession.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.offsession.platform.parts.NeedsParts;
import dev.offsession.platform.parts.RealParts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * What only a real MongoDB can tell: how it finds a due document. Runs under profile {@code docker}
 * alone.
 */
@NeedsParts
class DueClaimsOnEngineIT {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final int FINISHED = 5_000;

  @Test
  void aClaimReadsTheSparseIndexAndNoFinishedDocument() {
    try (MongoClient client = MongoClients.create(RealParts.current().mongoUri())) {
      MongoDatabase database = client.getDatabase("platform_it");
      String name = "c" + UUID.randomUUID();
      var documents = database.getCollection(name);
      new DueClaims(documents, Duration.ofSeconds(30)).createIndex().block();
      Mono.from(
              documents.insertMany(
                  IntStream.range(0, FINISHED)
                      .mapToObj(i -> new Document("_id", "done" + i))
                      .toList()))
          .block();
      Mono.from(documents.insertOne(new Document("_id", "due").append("due_at", Date.from(NOW))))
          .block();

      Document explained =
          Mono.from(database.runCommand(explain(name))).blockOptional().orElseThrow();

      assertThat(explained.toJson()).contains("\"stage\": \"IXSCAN\"").doesNotContain("COLLSCAN");
      assertThat(
              explained.getEmbedded(List.of("executionStats", "totalDocsExamined"), Number.class))
          .extracting(Number::intValue)
          .isEqualTo(1);
    }
  }

  /** The command that a claim sends. */
  private static Document explain(String collection) {
    Document claim =
        new Document("findAndModify", collection)
            .append("query", new Document("due_at", new Document("$lte", Date.from(NOW))))
            .append("sort", new Document("due_at", 1))
            .append("update", new Document("$inc", new Document("fence", 1L)))
            .append("new", true);
    return new Document("explain", claim).append("verbosity", "executionStats");
  }
}
