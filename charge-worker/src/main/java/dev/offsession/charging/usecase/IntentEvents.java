package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeInput;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.Evidence;
import dev.offsession.charging.domain.EvidenceClassifier;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IdempotencyKeys;
import dev.offsession.charging.domain.IntentReader;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.OrphanIntent;
import java.util.Optional;
import java.util.function.Function;

/**
 * Stripe's events about intents. An intent without our metadata belongs to another system of the
 * merchant: counted, ignored, never guessed.
 */
public final class IntentEvents {
  private final ChargeService charges;
  private final IntentReader reader;
  private final WorkWindow window;
  private final ChargeObserver observer;

  public IntentEvents(
      ChargeService charges, IntentReader reader, WorkWindow window, ChargeObserver observer) {
    this.charges = charges;
    this.reader = reader;
    this.window = window;
    this.observer = observer;
  }

  /**
   * Notes an event.
   *
   * @param eventId Stripe's id of the event
   * @param key the idempotency key of the call that caused it
   * @param body the event's JSON
   * @return the intent, when it is one of ours and its charge is not there
   */
  public Optional<OrphanIntent> on(String eventId, Optional<IdempotencyKey> key, byte[] body) {
    Optional<IntentSnapshot> intent = reader.fromEvent(body);
    Optional<ChargeRequestId> request = intent.flatMap(IntentSnapshot::requestId);
    if (intent.isEmpty() || request.isEmpty()) {
      observer.foreignEvent("not_ours");
      return Optional.empty();
    }
    boolean noted = note(request.get(), eventId, key, intent.get());
    if (!noted) {
      observer.foreignEvent("no_document");
    }
    return noted
        ? Optional.empty()
        : Optional.of(new OrphanIntent(intent.get().id(), request.get()));
  }

  /**
   * Notes an intent as it was seen, by whoever saw it.
   *
   * @return false when there is no such charge
   */
  boolean note(
      ChargeRequestId id, String eventId, Optional<IdempotencyKey> key, IntentSnapshot intent) {
    Function<Charge, ChargeInput> seen =
        charge -> new ChargeInput.Seen(classify(charge.request(), key, intent));
    Optional<ChargeService.Noted> noted = charges.note(id, seen, Optional.of(eventId));
    noted.ifPresent(what -> hand(id, what));
    return noted.isPresent();
  }

  private static Evidence classify(
      ChargeRequest request, Optional<IdempotencyKey> key, IntentSnapshot intent) {
    IdempotencyKeys keys = IdempotencyKeys.of(request.id());
    int attempt = key.map(keys::attemptOf).map(found -> found.orElse(0)).orElse(0);
    return EvidenceClassifier.classify(intent, request, Evidence.Source.EVENT, attempt);
  }

  private void hand(ChargeRequestId id, ChargeService.Noted noted) {
    noted.decision().only(Effect.Discard.class).forEach(orphan -> window.discard(orphan.intent()));
    if (noted.changed()) {
      window.workIfDue(id);
    }
  }
}
