package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeInput;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeRules;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.StoreChange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Moves charges: load, decide, store, act. Nothing is asked of Stripe and nothing is published
 * before the decision is stored; whatever a process leaves undone, the document is due.
 */
public final class ChargeService {
  private static final int RACES_MAX = 50;

  /**
   * What became of a note.
   *
   * @param changed whether the charge is any different for it
   */
  public record Noted(Decision decision, boolean changed) {}

  /** What moves a charge: {@link ChargeRules}, except where a test tries a mistake in it. */
  @FunctionalInterface
  public interface Rules {
    /** Moves a charge, as {@link ChargeRules#decide} does. */
    Decision decide(Charge charge, ChargeInput input, Policy policy, Instant now);
  }

  private final ChargeStore store;
  private final EventOutlet outlet;
  private final Questions questions;
  private final ChargeObserver observer;
  private final InstantSource clock;
  private final ChargeSettings settings;
  private final Rules rules;

  public ChargeService(
      ChargeStore store,
      CustomerDirectory customers,
      PaymentGateway gateway,
      EventOutlet outlet,
      ChargeObserver observer,
      InstantSource clock,
      ChargeSettings settings) {
    this(store, customers, gateway, outlet, observer, clock, settings, ChargeRules::decide);
  }

  /** A service that moves charges by other rules; production has none. */
  public ChargeService(
      ChargeStore store,
      CustomerDirectory customers,
      PaymentGateway gateway,
      EventOutlet outlet,
      ChargeObserver observer,
      InstantSource clock,
      ChargeSettings settings,
      Rules rules) {
    this.store = store;
    this.outlet = outlet;
    this.questions = new Questions(gateway, customers);
    this.observer = observer;
    this.clock = clock;
    this.settings = settings;
    this.rules = rules;
  }

  /** Works a charge that we hold until it rests: may ask Stripe, several times. */
  public void work(HeldCharge held) {
    HeldCharge current = publish(held);
    ChargeInput input = new ChargeInput.Due();
    for (int step = 0; step < settings.stepsMax(); step++) {
      Charge before = current.charge();
      Decision decision = decide(before, input);
      noteRefusals(decision);
      Optional<HeldCharge> stored = store(current, decision);
      if (stored.isEmpty()) {
        giveWay(current.charge().id(), input);
        return;
      }
      current = publish(stored.get());
      decision.only(Effect.Discard.class).forEach(orphan -> questions.discard(orphan.intent()));
      if (decision.question().isEmpty()) {
        rest(current, isDone(decision) && !decision.charge().equals(before));
        return;
      }
      input = questions.ask(current.charge(), decision.question().get());
    }
    throw new IllegalStateException("no rest after " + settings.stepsMax() + " steps");
  }

  /** Works a charge if it is due. */
  public void workIfDue(ChargeRequestId id) {
    store.claimIfDue(id, clock.instant()).ifPresent(this::work);
  }

  /** Cancels an intent that nobody needs. */
  public void discard(PaymentIntentId intent) {
    questions.discard(intent);
  }

  /**
   * Notes what happened to a charge, without asking Stripe: what must be asked is left to whoever
   * takes the charge up, and it is due at once. The news is durable on return.
   *
   * @param read makes the input out of the charge as it stands
   * @param eventId the Stripe event that brought the news
   * @return what was decided; empty when there is no such charge
   */
  public Optional<Noted> note(
      ChargeRequestId id, Function<Charge, ChargeInput> read, Optional<String> eventId) {
    for (int race = 0; race < RACES_MAX; race++) {
      Optional<HeldCharge> found = store.find(id);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      HeldCharge held = found.get();
      Decision decision = decide(held.charge(), read.apply(held.charge()));
      if (changesNothing(held, decision, eventId)) {
        return Optional.of(new Noted(decision, false));
      }
      noteRefusals(decision);
      if (store.save(held, noted(decision, eventId)).isPresent()) {
        observer.decided(held.charge(), decision);
        return Optional.of(new Noted(decision, true));
      }
    }
    throw new IllegalStateException("lost every race for one charge");
  }

  private Decision decide(Charge charge, ChargeInput input) {
    Decision decision = rules.decide(charge, input, settings.policy(), clock.instant());
    decision.only(Effect.Alarm.class).forEach(alarm -> observer.alarm(charge.id(), alarm));
    return decision;
  }

  /** Before the decision is stored: a refusal that was decided on is never forgotten. */
  private void noteRefusals(Decision decision) {
    decision.only(Effect.NoteRefusal.class).forEach(questions::noteRefusal);
  }

  private static boolean changesNothing(
      HeldCharge held, Decision decision, Optional<String> eventId) {
    return decision.charge().equals(held.charge())
        || eventId.filter(held.seenEvents()::contains).isPresent();
  }

  private StoreChange noted(Decision decision, Optional<String> eventId) {
    return new StoreChange(
        decision.charge(),
        decision.events(),
        Optional.of(clock.instant()),
        true,
        eventId,
        Optional.of(decision.why()),
        clock.instant());
  }

  /** Stores a decision in one write; one that changes nothing needs none. */
  private Optional<HeldCharge> store(HeldCharge held, Decision decision) {
    if (decision.charge().equals(held.charge())) {
      return Optional.of(held);
    }
    StoreChange change =
        new StoreChange(
            decision.charge(),
            decision.events(),
            isDone(decision) ? decision.charge().wakeAt() : Optional.of(leaseEnd()),
            false,
            Optional.empty(),
            Optional.of(decision.why()),
            clock.instant());
    Optional<HeldCharge> saved = store.save(held, change);
    saved.ifPresent(_ -> observer.decided(held.charge(), decision));
    return saved;
  }

  private static boolean isDone(Decision decision) {
    return decision.question().isEmpty() && decision.events().isEmpty();
  }

  /** Publishes what stands in the outbox; what fails stays there. */
  private HeldCharge publish(HeldCharge held) {
    if (held.outbox().isEmpty()) {
      return held;
    }
    List<ChargeEvent> news = held.outbox();
    boolean published =
        outlet.publish(
            news.stream()
                .map(event -> new EventOutlet.Announcement(held.charge().request(), event))
                .toList());
    if (!published) {
      observer.notPublished(held.charge().id());
    }
    return published ? held.allPublished() : held;
  }

  /**
   * Lets go: published events leave the outbox, and the charge is due when its time comes.
   *
   * @param settled the last write has done so already
   */
  private void rest(HeldCharge held, boolean settled) {
    boolean relayed = held.outbox().isEmpty();
    if (settled && relayed) {
      return;
    }
    Instant retry = clock.instant().plus(settings.retryPublish());
    Optional<Instant> dueAt =
        relayed
            ? held.charge().wakeAt()
            : Optional.of(held.charge().wakeAt().filter(retry::isAfter).orElse(retry));
    StoreChange letGo =
        new StoreChange(
            held.charge(),
            List.of(),
            dueAt,
            false,
            Optional.empty(),
            Optional.empty(),
            clock.instant());
    if (store.save(held, letGo).isEmpty()) {
      observer.claimLost(held.charge().id());
    }
  }

  /** Somebody else has the charge now; what Stripe told us is still true, so it is noted. */
  private void giveWay(ChargeRequestId id, ChargeInput input) {
    observer.claimLost(id);
    if (input instanceof ChargeInput.Seen) {
      note(id, _ -> input, Optional.empty());
    }
  }

  private Instant leaseEnd() {
    return clock.instant().plus(settings.lease());
  }
}
