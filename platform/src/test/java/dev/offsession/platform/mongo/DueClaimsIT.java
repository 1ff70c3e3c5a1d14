package dev.offsession.platform.mongo;

import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.platform.parts.NeedsParts;
import dev.offsession.platform.parts.RealParts;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The contract of claims, on the stand-in and, under profile docker, on a real replica set. */
@NeedsParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DueClaimsIT {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration LEASE = Duration.ofSeconds(30);

  private MongoClient client;
  private MongoCollection<Document> documents;
  private DueClaims claims;

  @BeforeAll
  void connect() {
    client = MongoClients.create(RealParts.current().mongoUri());
  }

  @AfterAll
  void disconnect() {
    client.close();
  }

  @BeforeEach
  void freshCollection() {
    documents = client.getDatabase("platform_it").getCollection("c" + UUID.randomUUID());
    claims = new DueClaims(documents, LEASE);
    claims.createIndex().block();
  }

  @Test
  void claimsWhatIsDueForTheLongestAndLeavesTheRest() {
    insert("later", NOW.plusMillis(1));
    insert("second", NOW.minusSeconds(1));
    insert("first", NOW.minusSeconds(60));
    insert("never", null);

    assertThat(next(NOW)).isEqualTo("first");
    assertThat(next(NOW)).isEqualTo("second");
    assertThat(next(NOW)).isNull();
  }

  @Test
  void claimsWhatIsDueAtThisVeryMoment() {
    insert("a", NOW);

    assertThat(next(NOW)).isEqualTo("a");
  }

  @Test
  void raisesTheFenceAndLeasesTheDocument() {
    insert("a", NOW);

    Claim first = claims.next(NOW).block();
    Claim tooEarly = claims.next(NOW.plus(LEASE).minusMillis(1)).block();
    Claim second = claims.next(NOW.plus(LEASE)).block();

    assertThat(requireNonNull(first).fence()).isEqualTo(1);
    assertThat(first.document().getDate("due_at")).isEqualTo(Date.from(NOW.plus(LEASE)));
    assertThat(tooEarly).isNull();
    assertThat(requireNonNull(second).fence()).isEqualTo(2);
  }

  @Test
  void claimsOneDocumentOnlyIfItIsDue() {
    insert("due", NOW);
    insert("later", NOW.plusSeconds(1));

    assertThat(claims.ifDue("due", NOW).block()).isNotNull();
    assertThat(claims.ifDue("due", NOW).block()).as("leased now").isNull();
    assertThat(claims.ifDue("later", NOW).block()).isNull();
    assertThat(claims.ifDue("nobody", NOW).block()).isNull();
  }

  @Test
  void takesADocumentFromWhoeverHoldsIt() {
    insert("a", NOW);
    Claim held = requireNonNull(claims.next(NOW).block());

    Claim taken = requireNonNull(claims.take("a", NOW).block());

    assertThat(taken.fence()).isEqualTo(2);
    assertThat(claims.update(held, set("state", "stale")).block()).isNull();
    assertThat(claims.update(taken, set("state", "fresh")).block()).containsEntry("state", "fresh");
    assertThat(claims.take("nobody", NOW).block()).isNull();
  }

  @Test
  void refusesTheWriteOfAClaimThatWasLost() {
    insert("a", NOW);
    Claim slow = requireNonNull(claims.next(NOW).block());
    Claim fast = requireNonNull(claims.next(NOW.plus(LEASE)).block());

    assertThat(claims.update(slow, set("state", "wrong")).block()).isNull();
    assertThat(claims.update(fast, set("state", "right")).block()).isNotNull();
    assertThat(find("a").getString("state")).isEqualTo("right");
  }

  @Test
  void writesMoreThanOnceUnderOneClaim() {
    insert("a", NOW);
    Claim claim = requireNonNull(claims.next(NOW).block());

    claims.update(claim, push("history", "one")).block();
    claims.update(claim, unset("due_at")).block();

    assertThat(find("a").getList("history", String.class)).containsExactly("one");
    assertThat(next(NOW.plusSeconds(3_600))).as("nobody must look any more").isNull();
  }

  @Test
  void givesEachDocumentToExactlyOneOfManyRacers() {
    int count = 300;
    IntStream.range(0, count).forEach(i -> insert("d" + i, NOW.minusMillis(i)));

    List<Object> claimed =
        Flux.range(0, count + 50)
            .flatMap(_ -> claims.next(NOW), 64)
            .map(Claim::id)
            .collectList()
            .block();

    assertThat(claimed).hasSize(count).doesNotHaveDuplicates();
  }

  @Test
  void letsExactlyOneOfManyRacersHaveADocument() {
    for (int round = 0; round < 50; round++) {
      String id = "r" + round;
      insert(id, NOW);

      List<Claim> winners =
          Flux.range(0, 32).flatMap(_ -> claims.ifDue(id, NOW), 32).collectList().block();

      assertThat(winners).hasSize(1);
    }
  }

  @Test
  void numbersEveryClaimDifferentlyAndLosesNoWriteOfTheHolder() {
    insert("a", NOW);

    List<Long> fences =
        Flux.range(0, 400)
            .flatMap(_ -> claims.take("a", NOW).flatMap(this::countUnder), 64)
            .collectList()
            .block();

    assertThat(fences).hasSize(400).doesNotHaveDuplicates();
    Document last = find("a");
    assertThat(last.getLong("fence")).isEqualTo(400);
    assertThat(last.getInteger("writes")).isBetween(1, 400);
  }

  private Mono<Long> countUnder(Claim claim) {
    return claims.update(claim, inc("writes", 1)).thenReturn(claim.fence());
  }

  private @Nullable Object next(Instant now) {
    Claim claim = claims.next(now).block();
    return claim == null ? null : claim.id();
  }

  private Document find(String id) {
    return requireNonNull(Mono.from(documents.find(new Document("_id", id)).first()).block());
  }

  private void insert(String id, @Nullable Instant dueAt) {
    Document document = new Document("_id", id).append("fence", 0L);
    if (dueAt != null) {
      document.append("due_at", Date.from(dueAt));
    }
    Mono.from(documents.insertOne(document)).block();
  }
}
