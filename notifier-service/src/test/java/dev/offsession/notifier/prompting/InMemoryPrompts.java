package dev.offsession.notifier.prompting;

import dev.offsession.notifier.prompting.domain.ChargeFacts;
import dev.offsession.notifier.prompting.domain.Occasion;
import dev.offsession.notifier.prompting.domain.Prompt;
import dev.offsession.notifier.prompting.domain.PromptId;
import dev.offsession.notifier.prompting.domain.PromptStatus.Finished;
import dev.offsession.notifier.prompting.domain.PromptStatus.Outcome.Suppressed;
import dev.offsession.notifier.prompting.domain.PromptStatus.Waiting;
import dev.offsession.notifier.prompting.domain.PromptStore;
import dev.offsession.notifier.prompting.domain.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prompts in memory, with the fences and leases of the real store. */
final class InMemoryPrompts implements PromptStore {
  static final Duration LEASE = Duration.ofMinutes(2);

  private record Row(Prompt prompt, long fence, @Nullable Instant dueAt) {}

  private final Map<String, Row> rows = new LinkedHashMap<>();

  List<Prompt> all() {
    return rows.values().stream().map(Row::prompt).toList();
  }

  Prompt only() {
    if (rows.size() != 1) {
      throw new AssertionError("expected one prompt, but there are " + rows.keySet());
    }
    return all().getFirst();
  }

  /** The next moment somebody must look; empty when nobody must. */
  Optional<Instant> nextDue() {
    return rows.values().stream().map(Row::dueAt).filter(Objects::nonNull).min(Instant::compareTo);
  }

  boolean nothingIsDueEver() {
    return rows.values().stream().allMatch(row -> row.dueAt() == null);
  }

  @Override
  public synchronized void add(Prompt prompt) {
    rows.putIfAbsent(prompt.id().thread(), new Row(prompt, 0, dueAt(prompt)));
  }

  @Override
  public synchronized void suppressWaiting(
      RequestId request, long beforeEpisode, String reason, Instant now) {
    rows.replaceAll((_, row) ->
        row.prompt().id().request().equals(request)
                && row.prompt().id().occasion().episode() < beforeEpisode
                && row.prompt().status() instanceof Waiting
                && row.prompt().unanswered() == 0
            ? new Row(
                row.prompt().with(new Finished(new Suppressed(reason), now)), row.fence() + 1, now)
            : row);
  }

  @Override
  public synchronized List<Claim> claimDue(Instant now, int limit) {
    var claims = new ArrayList<Claim>();
    for (var id : List.copyOf(rows.keySet())) {
      var row = row(id);
      if (row.dueAt() != null && !row.dueAt().isAfter(now) && claims.size() < limit) {
        rows.put(id, new Row(row.prompt(), row.fence() + 1, now.plus(LEASE)));
        claims.add(new Claim(row.prompt(), row.fence() + 1));
      }
    }
    return claims;
  }

  @Override
  public boolean save(Claim claim, Prompt prompt) {
    return prompt.status() instanceof Waiting(var dueAt)
        ? write(claim, prompt, dueAt)
        : write(claim, prompt, dueAtNow(prompt));
  }

  @Override
  public boolean noteHandOver(Claim claim, Prompt prompt) {
    return write(claim, prompt, dueAtNow(prompt));
  }

  @Override
  public boolean close(Claim claim) {
    return write(claim, row(claim.prompt().id().thread()).prompt(), null);
  }

  @Override
  public synchronized Optional<ChargeFacts> factsOf(RequestId request, Occasion occasion) {
    return Optional.ofNullable(rows.get(PromptId.thread(request, occasion)))
        .map(row -> row.prompt().facts());
  }

  private @Nullable Instant dueAtNow(Prompt prompt) {
    return row(prompt.id().thread()).dueAt();
  }

  private synchronized boolean write(Claim claim, Prompt prompt, @Nullable Instant dueAt) {
    if (row(prompt.id().thread()).fence() != claim.fence()) {
      return false;
    }
    rows.put(prompt.id().thread(), new Row(prompt, claim.fence(), dueAt));
    return true;
  }

  private Row row(String thread) {
    return Objects.requireNonNull(rows.get(thread));
  }

  private static Instant dueAt(Prompt prompt) {
    return switch (prompt.status()) {
      case Waiting(var dueAt) -> dueAt;
      case Finished(_, var at) -> at;
    };
  }
}
