package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.ChargeInput;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRules;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.Decision;
import dev.offsession.charging.domain.Effect;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.Fingerprint;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.Insertion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes requests in: stored by a majority, announced, handed to the window. Stripe is not asked
 * here. When this returns, every request of the batch has a document or an answer; when it throws,
 * the batch comes again and what was stored is found.
 */
public final class ChargeIntake {
  private final ChargeStore store;
  private final EventOutlet outlet;
  private final WorkWindow window;
  private final ChargeObserver observer;
  private final InstantSource clock;
  private final ChargeSettings settings;

  public ChargeIntake(
      ChargeStore store,
      EventOutlet outlet,
      WorkWindow window,
      ChargeObserver observer,
      InstantSource clock,
      ChargeSettings settings) {
    this.store = store;
    this.outlet = outlet;
    this.window = window;
    this.observer = observer;
    this.clock = clock;
    this.settings = settings;
  }

  /** Takes in a batch. */
  public void accept(List<ChargeRequest> requests) {
    Instant now = clock.instant();
    List<Decision> births = requests.stream().map(request -> birth(request, now)).toList();
    List<Insertion> insertions = store.insert(births, now.plus(settings.lease()));
    List<HeldCharge> fresh = new ArrayList<>();
    for (int i = 0; i < births.size(); i++) {
      stored(births.get(i), insertions.get(i), now).ifPresent(fresh::add);
    }
    announce(fresh).forEach(window::work);
  }

  private Decision birth(ChargeRequest request, Instant now) {
    return ChargeRules.accept(request, settings.rules(), settings.policy(), now);
  }

  private Optional<HeldCharge> stored(Decision birth, Insertion insertion, Instant now) {
    return switch (insertion) {
      case Insertion.Inserted(HeldCharge held) -> {
        observer.decided(held.charge(), birth);
        yield Optional.of(held);
      }
      case Insertion.Known(Fingerprint first) -> {
        again(birth.charge().request(), first, now);
        yield Optional.empty();
      }
      case Insertion.CanceledAhead(String reason) -> canceledAhead(birth, reason, now);
    };
  }

  /** Takes the place of its cancellation; one that finds it taken is a request that came again. */
  private Optional<HeldCharge> canceledAhead(Decision birth, String reason, Instant now) {
    Optional<HeldCharge> taken =
        store.insertCanceled(canceled(birth, reason, now), now.plus(settings.lease()));
    if (taken.isEmpty()) {
      HeldCharge first = store.find(birth.charge().id()).orElseThrow();
      again(birth.charge().request(), Fingerprint.of(first.charge().request()), now);
    }
    return taken;
  }

  /**
   * The same request is absorbed; another one under the same id is answered, and changes nothing.
   */
  private void again(ChargeRequest request, Fingerprint first, Instant now) {
    boolean conflicting = !Fingerprint.of(request).equals(first);
    observer.duplicate(request.id(), conflicting);
    if (conflicting && !outlet.publishConflict(request, now)) {
      throw new IllegalStateException("the answer to a conflicting duplicate was not published");
    }
  }

  /** Accepted and canceled at once: Stripe never hears of it. */
  private Decision canceled(Decision birth, String reason, Instant now) {
    Decision cancel =
        ChargeRules.decide(
            birth.charge(), new ChargeInput.CancelAsked(reason), settings.policy(), now);
    List<Effect> effects = new ArrayList<>(birth.effects());
    effects.addAll(cancel.effects());
    return new Decision(cancel.charge(), effects, cancel.why());
  }

  /** One wait for the news of the whole batch; what fails is published by whoever works it. */
  private List<HeldCharge> announce(List<HeldCharge> fresh) {
    List<EventOutlet.Announcement> news = new ArrayList<>();
    for (HeldCharge held : fresh) {
      held.outbox()
          .forEach(event -> news.add(new EventOutlet.Announcement(held.charge().request(), event)));
    }
    boolean published = news.isEmpty() || outlet.publish(news);
    return published ? fresh.stream().map(HeldCharge::allPublished).toList() : fresh;
  }
}
