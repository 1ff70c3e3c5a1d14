package dev.offsession.collector.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.offsession.collector.idempotency.IdempotentRequests.Call;
import dev.offsession.collector.idempotency.mongo.MongoAnswerStore;
import dev.offsession.parts.SharedParts;
import dev.offsession.platform.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class IdempotentRequestsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final MongoClient mongo = MongoClients.create(SharedParts.mongo().uri());
  private final MongoCollection<Document> collection =
      mongo.getDatabase("test_" + UUID.randomUUID()).getCollection("answers");
  private final List<String> worked = new ArrayList<>();

  record Answer(String id, String secret) {}

  @AfterEach
  void close() {
    mongo.close();
  }

  @Test
  void theSameKeyAndBodyGetTheFirstAnswer() {
    var first = ask(NOW, "key-1", "body", "work_1");
    var second = ask(NOW, "key-1", "body", "work_2");

    assertThat(second).isEqualTo(first);
    assertThat(worked).containsExactly("work_1");
  }

  @Test
  void anotherBodyIsRefused() {
    ask(NOW, "key-1", "body", "work_1");

    assertThatThrownBy(() -> ask(NOW, "key-1", "other", "work_2"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("idempotency_key_reused");
  }

  @Test
  void withoutAKeyEveryRequestIsNew() {
    ask(NOW, null, "body", "work_1");
    ask(NOW, null, "body", "work_2");

    assertThat(worked).containsExactly("work_1", "work_2");
  }

  @Test
  void aKeyThatIsNoKeyIsRefused() {
    assertThatThrownBy(() -> ask(NOW, "white space", "body", "work_1"))
        .hasMessageContaining("idempotency_key_invalid");
  }

  @Test
  void aRequestThatIsBeingWorkedOnIsNotDoneTwice() {
    crash(NOW, "work_1");

    assertThatThrownBy(() -> ask(NOW.plusSeconds(59), "key-1", "body", "work_2"))
        .hasMessageContaining("idempotency_key_in_use");
  }

  @Test
  void workLeftByACrashIsDoneUnderItsFirstId() {
    crash(NOW, "work_1");

    var answer = ask(NOW.plusSeconds(61), "key-1", "body", "work_2");

    assertThat(answer.id()).isEqualTo("work_1");
  }

  @Test
  void theStoreHoldsNeitherKeyNorAnswer() {
    ask(NOW, "key-1", "body", "work_1");

    var document = Objects.requireNonNull(Mono.from(collection.find().first()).block());

    assertThat(document.toJson()).doesNotContain("key-1", "seti_secret");
  }

  private void crash(Instant now, String workId) {
    var call = new Call("scope", "key-1", "body");
    assertThatThrownBy(() ->
            requests(now)
                .once(
                    call, workId, Answer.class, _ -> Mono.error(new IllegalStateException("crash")))
                .block())
        .hasMessage("crash");
  }

  private Answer ask(Instant now, @Nullable String key, String body, String workId) {
    return Objects.requireNonNull(
        requests(now)
            .once(
                new Call("scope", key, body),
                workId,
                Answer.class,
                id -> {
                  worked.add(id);
                  return Mono.just(new Answer(id, "seti_secret"));
                })
            .block());
  }

  private IdempotentRequests requests(Instant now) {
    return new IdempotentRequests(
        new MongoAnswerStore(collection),
        "dev_api_key",
        JsonMapper.builder().build(),
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
