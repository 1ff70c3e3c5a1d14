package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.AlarmKind;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.GatewayReply;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.OrphanStore;
import dev.offsession.charging.domain.PaymentGateway;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Intents that name a charge which is not in the store: a store that was put back, another
 * installation on the same account, a forged name. Nobody guesses: the intent is parked, looked up
 * again for a day, and then a person hears of it.
 */
public final class Orphans {
  private static final Duration PATIENCE = Duration.ofHours(24);

  private final IntentEvents events;
  private final OrphanStore parked;
  private final ChargeStore charges;
  private final PaymentGateway gateway;
  private final ChargeObserver observer;
  private final InstantSource clock;
  private final Duration pause;

  /**
   * @param pause before the first look; the store's lease is the pause between later ones
   */
  public Orphans(
      IntentEvents events,
      OrphanStore parked,
      ChargeStore charges,
      PaymentGateway gateway,
      ChargeObserver observer,
      InstantSource clock,
      Duration pause) {
    this.events = events;
    this.parked = parked;
    this.charges = charges;
    this.gateway = gateway;
    this.observer = observer;
    this.clock = clock;
    this.pause = pause;
  }

  /** Notes an event, or parks its intent; the one or the other is durable on return. */
  public void on(String eventId, Optional<IdempotencyKey> key, byte[] body) {
    Instant now = clock.instant();
    events.on(eventId, key, body).ifPresent(orphan -> parked.park(orphan, now, now.plus(pause)));
  }

  /** Looks again at those that are due; returns how many there were. */
  public int round(int max) {
    List<OrphanStore.Waiting> due = parked.claimDue(clock.instant(), max);
    due.forEach(this::lookAgain);
    return due.size();
  }

  private void lookAgain(OrphanStore.Waiting waiting) {
    if (charges.find(waiting.orphan().request()).isPresent()) {
      adopt(waiting);
    } else if (!clock.instant().isBefore(waiting.since().plus(PATIENCE))) {
      observer.alarm(
          waiting.orphan().request(),
          new Effect.Alarm(AlarmKind.NO_CHARGE, waiting.orphan().intent().value()));
      parked.remove(waiting.orphan().intent());
    }
  }

  /** The charge has come: it hears how the intent stands now. No answer: another time. */
  private void adopt(OrphanStore.Waiting waiting) {
    GatewayReply reply = gateway.fetch(new Effect.FetchIntent(waiting.orphan().intent(), 0));
    if (reply instanceof GatewayReply.Sighted(var intent)) {
      String name = "parked-" + intent.id().value();
      events.note(waiting.orphan().request(), name, Optional.empty(), intent);
      parked.remove(waiting.orphan().intent());
    }
  }
}
