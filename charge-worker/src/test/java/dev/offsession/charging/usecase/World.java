package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.Card;
import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeObserver;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.ChargeStore;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerDirectory;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.EventOutlet;
import dev.offsession.charging.domain.HeldCharge;
import dev.offsession.charging.domain.IntentReader;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentGateway;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.RequestRules;
import dev.offsession.charging.domain.StripeCustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything around the use cases, in memory, on one thread, at a time that the test turns. */
final class World {
  static final Duration LEASE = Duration.ofSeconds(60);
  static final CustomerReference ALICE = new CustomerReference("alice");
  private static final ChargeSettings SETTINGS =
      new ChargeSettings(
          RequestRules.forPrefixOf(10), Policy.standard(), LEASE, 20, Duration.ofSeconds(5));

  final InMemoryChargeStore store = new InMemoryChargeStore(LEASE);
  final FakeStripe stripe = new FakeStripe();
  final Ledger ledger = new Ledger();
  final InMemoryOrphanStore parked = new InMemoryOrphanStore(Duration.ofMinutes(15));
  final List<String> published = new ArrayList<>();
  final List<String> conflicts = new ArrayList<>();
  private final Map<CustomerReference, Customer> customers = new HashMap<>();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");
  private boolean kafkaIsAway;
  private @Nullable IntentSnapshot webhook;

  /** One process of charge-worker; it lives as long as its crashes let it. */
  final class Instance implements WorkWindow {
    final ChargeService charges;
    final ChargeIntake intake;
    final Cancellations cancellations;
    final CustomerNews news;
    final Orphans stripeEvents;
    private final DueRound dueRound;
    private final Deque<Runnable> window = new ArrayDeque<>();

    private Instance(Crashes crashes) {
      ChargeStore mortalStore = crashes.mortal(ChargeStore.class, store);
      PaymentGateway gateway = crashes.mortal(PaymentGateway.class, stripe);
      EventOutlet outlet = crashes.mortal(EventOutlet.class, new Outlet());
      CustomerDirectory directory = crashes.mortal(CustomerDirectory.class, new Directory());
      ChargeObserver observer = ledger;
      charges =
          new ChargeService(mortalStore, directory, gateway, outlet, observer, () -> now, SETTINGS);
      intake = new ChargeIntake(mortalStore, outlet, this, observer, () -> now, SETTINGS);
      cancellations = new Cancellations(charges, mortalStore, this, () -> now);
      news = new CustomerNews(directory, mortalStore, this, () -> now);
      IntentEvents events =
          new IntentEvents(charges, _ -> Optional.ofNullable(webhook), this, observer);
      stripeEvents =
          new Orphans(
              events, parked, mortalStore, gateway, observer, () -> now, Duration.ofMinutes(15));
      dueRound = new DueRound(mortalStore, this, () -> now);
    }

    @Override
    public void work(HeldCharge held) {
      window.add(() -> charges.work(held));
    }

    @Override
    public void workIfDue(ChargeRequestId id) {
      window.add(() -> charges.workIfDue(id));
    }

    @Override
    public void discard(PaymentIntentId intent) {
      window.add(() -> charges.discard(intent));
    }

    /** An event of Stripe's that shows this intent. */
    void hears(String eventId, IntentSnapshot intent) {
      webhook = intent;
      stripeEvents.on(eventId, Optional.empty(), new byte[0]);
    }

    /** The use case of Stripe's events, reading them as the test does. */
    IntentEvents events(IntentReader reader) {
      return new IntentEvents(charges, reader, this, ledger);
    }

    /** Works until nothing is left to do at this moment. */
    void run() {
      do {
        while (!window.isEmpty()) {
          window.remove().run();
        }
      } while (dueRound.run(10) > 0);
    }
  }

  Instance process() {
    return new Instance(new Crashes(0, false));
  }

  Instance process(Crashes crashes) {
    return new Instance(crashes);
  }

  void later(Duration time) {
    now = now.plus(time);
  }

  void kafkaIsAway(boolean away) {
    kafkaIsAway = away;
  }

  void aliceHas(String... methods) {
    List<Card> cards =
        List.of(methods).stream().map(id -> Card.of(new PaymentMethodId(id))).toList();
    customers.put(ALICE, alice(cards, customers.size() + 1L));
  }

  static Customer alice(List<Card> cards, long version) {
    return new Customer(
        ALICE,
        new StripeCustomerId("cus_alice"),
        cards.stream().map(Card::id).findFirst(),
        cards,
        version);
  }

  private static Customer withRefusalsOf(Customer old, Customer news) {
    return news.version() > old.version() ? refused(news, old.refusals()) : old;
  }

  private static Customer noting(Customer customer, CardRefusal refusal) {
    List<CardRefusal> refusals = new ArrayList<>(customer.refusals());
    if (refusals.stream().noneMatch(known -> known.attempt().equals(refusal.attempt()))) {
      refusals.add(refusal);
    }
    return refused(customer, refusals);
  }

  private static Customer refused(Customer customer, List<CardRefusal> refusals) {
    return new Customer(
        customer.reference(),
        customer.stripeId(),
        customer.defaultMethod(),
        customer.methods(),
        customer.version(),
        refusals);
  }

  Customer alice() {
    return Objects.requireNonNull(customers.get(ALICE));
  }

  ChargeRequest request(long amount) {
    return request("order-1", amount);
  }

  ChargeRequest request(String id, long amount) {
    return new ChargeRequest(
        new ChargeRequestId(id),
        ALICE,
        amount,
        "jpy",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        Optional.empty(),
        now);
  }

  Charge charge() {
    return charge("order-1");
  }

  Charge charge(String id) {
    return store.find(new ChargeRequestId(id)).orElseThrow().charge();
  }

  /** What was published, repeats aside, in the order of the numbers. */
  List<String> news() {
    return published.stream().distinct().sorted().toList();
  }

  private final class Outlet implements EventOutlet {
    @Override
    public boolean publish(List<Announcement> all) {
      if (kafkaIsAway) {
        return false;
      }
      all.forEach(one ->
          published.add(
              one.event().sequence() + " " + one.event().what().getClass().getSimpleName()));
      return true;
    }

    @Override
    public boolean publishConflict(ChargeRequest refused, Instant at) {
      conflicts.add(refused.id().value() + " " + refused.amountMinor());
      return !kafkaIsAway;
    }
  }

  private final class Directory implements CustomerDirectory {
    @Override
    public Optional<Customer> find(CustomerReference reference) {
      return Optional.ofNullable(customers.get(reference));
    }

    @Override
    public void keep(Customer customer) {
      customers.merge(customer.reference(), customer, World::withRefusalsOf);
    }

    @Override
    public void noteRefusal(CustomerReference reference, CardRefusal refusal) {
      customers.computeIfPresent(reference, (_, customer) -> noting(customer, refusal));
    }

    @Override
    public void forget(CustomerReference reference) {
      customers.remove(reference);
    }
  }
}
