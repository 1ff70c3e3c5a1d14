package dev.offsession.collector.idempotency;

import dev.offsession.platform.web.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The {@code Idempotency-Key} header: the same key with the same body gets the first answer again;
 * with another body it is refused. Answers are kept for at least a day.
 */
public final class IdempotentRequests {
  /** Work that began longer ago than this was left undone by a crash. */
  private static final Duration ABANDONED_AFTER = Duration.ofSeconds(60);

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final AnswerStore store;
  private final Seal seal;
  private final JsonMapper json;
  private final Clock clock;

  public IdempotentRequests(AnswerStore store, String apiKey, JsonMapper json, Clock clock) {
    this.store = store;
    this.seal = new Seal(apiKey);
    this.json = json;
    this.clock = clock;
  }

  /**
   * What a request was about.
   *
   * @param scope the operation and its target; one key may be used once in each
   * @param key the header's value, or null
   */
  public record Call(String scope, @Nullable String key, Object body) {}

  /**
   * Does the work once.
   *
   * @param newWorkId id for the thing to make, used if this is the first try
   * @param work makes the answer; gets the id that the first try chose
   */
  public <T> Mono<T> once(
      Call call, String newWorkId, Class<T> type, Function<String, Mono<T>> work) {
    var key = call.key();
    if (key == null) {
      return work.apply(newWorkId);
    }
    if (!KEY.matcher(key).matches()) {
      return Mono.error(
          new ProblemException(
              HttpStatus.BAD_REQUEST,
              "idempotency_key_invalid",
              "Idempotency-Key must be 1 to 255 visible ASCII characters."));
    }
    var mine = entry(call.scope(), key, call.body(), newWorkId);
    return store
        .begin(mine)
        .flatMap(kept ->
            kept.workId().equals(newWorkId)
                ? answered(call.scope(), key, kept, work)
                : again(call.scope(), key, mine, kept, type, work));
  }

  private <T> Mono<T> again(
      String scope,
      String key,
      AnswerStore.Entry mine,
      AnswerStore.Entry kept,
      Class<T> type,
      Function<String, Mono<T>> work) {
    if (!kept.fingerprint().equals(mine.fingerprint())) {
      return Mono.error(
          new ProblemException(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "idempotency_key_reused",
              "This Idempotency-Key was used with another body; use a new key."));
    }
    if (kept.answer() != null) {
      return Mono.just(json.readValue(seal.open(scope, key, kept.answer()), type));
    }
    return kept.startedAt().isAfter(clock.instant().minus(ABANDONED_AFTER))
        ? Mono.error(inFlight())
        : store
            .takeOver(kept, now())
            .flatMap(taken -> taken ? answered(scope, key, kept, work) : Mono.error(inFlight()));
  }

  private <T> Mono<T> answered(
      String scope, String key, AnswerStore.Entry entry, Function<String, Mono<T>> work) {
    return work.apply(entry.workId())
        .flatMap(answer ->
            store
                .finish(entry, seal.close(scope, key, json.writeValueAsBytes(answer)))
                .thenReturn(answer));
  }

  private AnswerStore.Entry entry(String scope, String key, Object body, String workId) {
    return new AnswerStore.Entry(
        seal.nameOf(scope, key),
        seal.fingerprint(json.writeValueAsBytes(body)),
        workId,
        now(),
        null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static ProblemException inFlight() {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "idempotency_key_in_use",
        "A request with this Idempotency-Key is being worked on; try again in a moment.");
  }
}
