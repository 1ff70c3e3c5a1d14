package dev.offsession.collector.idempotency;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where first answers are kept. */
public interface AnswerStore {
  /**
   * One request that carried a key.
   *
   * @param id hash of the key and of what it was used for; the key itself is not kept
   * @param fingerprint hash of the request's body
   * @param workId id of the thing the request makes, the same for every try
   * @param answer the sealed first answer; null while it is being worked on
   */
  record Entry(
      String id, String fingerprint, String workId, Instant startedAt, @Nullable String answer) {}

  /** Keeps the entry if there is none of its id; returns the one that is kept. */
  Mono<Entry> begin(Entry entry);

  /** Takes over work that was left undone; false when somebody else did. */
  Mono<Boolean> takeOver(Entry entry, Instant now);

  /** Keeps the answer. */
  Mono<Void> finish(Entry entry, String answer);
}
