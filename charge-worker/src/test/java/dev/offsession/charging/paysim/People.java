package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.CardRefusal;
import dev.offsession.charging.domain.ChargeEvent;
import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.Customer;
import dev.offsession.charging.domain.CustomerReference;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StripeCustomerId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customers: their saved cards, and what they do on the page when they are asked, or later. */
final class People {
  /** A customer as payment-collector has them. */
  private static final class Person {
    final CustomerReference reference;
    final boolean acts;
    final List<SimCard> cards = new ArrayList<>();
    long version;

    /**
     * @param acts does things that no test has asked for
     */
    Person(CustomerReference reference, boolean acts) {
      this.reference = reference;
      this.acts = acts;
    }

    StripeCustomerId stripeId() {
      return new StripeCustomerId("cus_" + reference.value());
    }

    Customer picture() {
      return new Customer(
          reference,
          stripeId(),
          cards.stream().map(card -> card.id).findFirst(),
          cards.stream().map(SimCard::card).toList(),
          version);
    }
  }

  private final Simulation sim;
  private final Map<CustomerReference, Person> persons = new LinkedHashMap<>();
  private final Map<CustomerReference, Customer> directory = new LinkedHashMap<>();

  People(Simulation sim) {
    this.sim = sim;
  }

  /** A customer with so many cards; whether and when we are told is chance. */
  CustomerReference move(String name, int cards) {
    Person person = new Person(new CustomerReference(name), true);
    persons.put(person.reference, person);
    for (int i = 0; i < cards; i++) {
      person.cards.addLast(newCard(person));
    }
    long later = sim.dice().chance(0.8) ? 0 : sim.dice().millis(0, 40_000);
    if (sim.dice().chance(0.95)) {
      sim.timeline().in(later, () -> announce(person));
    }
    return person.reference;
  }

  /** A customer who is known at once, with one card behind which stands this bank. */
  CustomerReference moveWithCard(String name, List<SimCard.Word> words) {
    Person person = new Person(new CustomerReference(name), false);
    persons.put(person.reference, person);
    SimCard card = new SimCard("pm_" + name, words);
    sim.bank().issue(card);
    person.cards.add(card);
    person.version++;
    keep(person.picture());
    return person.reference;
  }

  /** The customer confirms on the page with the saved card, some time from now. */
  void payOnPage(long millis, CustomerReference reference, ChargeRequestId request) {
    sim.timeline()
        .in(
            millis,
            () ->
                sim.stripe().all().stream()
                    .filter(intent -> intent.request.equals(request))
                    .forEach(intent ->
                        Optional.ofNullable(persons.get(reference))
                            .ifPresent(person -> pay(intent, person.cards.getFirst(), 5))));
  }

  private SimCard newCard(Person person) {
    String id = "pm_" + person.reference.value() + "_" + ++person.version;
    SimCard card = SimCard.any(id, sim.dice());
    sim.bank().issue(card);
    return card;
  }

  private void announce(Person person) {
    person.version++;
    sim.kafka().customers().publish(person.reference.value(), person.picture());
  }

  /** What the service's own directory has. */
  Optional<Customer> kept(CustomerReference reference) {
    return Optional.ofNullable(directory.get(reference));
  }

  /** Keeps a picture unless a newer one is there. */
  void keep(Customer customer) {
    Customer there = directory.get(customer.reference());
    if (there == null || there.version() < customer.version()) {
      List<CardRefusal> refusals = there == null ? List.of() : there.refusals();
      directory.put(customer.reference(), withRefusals(customer, refusals));
    }
  }

  /** Notes a refusal of one of the customer's cards; the same attempt counts once. */
  void noteRefusal(CustomerReference reference, CardRefusal refusal) {
    directory.computeIfPresent(
        reference,
        (_, customer) -> {
          List<CardRefusal> refusals = new ArrayList<>(customer.refusals());
          if (refusals.stream().noneMatch(known -> known.attempt().equals(refusal.attempt()))) {
            refusals.add(refusal);
          }
          return withRefusals(customer, refusals);
        });
  }

  private static Customer withRefusals(Customer customer, List<CardRefusal> refusals) {
    return new Customer(
        customer.reference(),
        customer.stripeId(),
        customer.defaultMethod(),
        customer.methods(),
        customer.version(),
        refusals);
  }

  Optional<PaymentMethodId> anyMethodOf(CustomerReference reference) {
    return Optional.ofNullable(persons.get(reference))
        .filter(person -> !person.cards.isEmpty())
        .map(person -> sim.dice().any(person.cards).id);
  }

  /** News of a charge reaches its customer, who may come to the page, once or twice. */
  void heard(ChargeRequest request, ChargeEvent event) {
    boolean prompt =
        event.what() instanceof ChargeEvent.What.AuthenticationRequired
            || event.what() instanceof ChargeEvent.What.PaymentMethodRequired;
    boolean retry = event.what() instanceof ChargeEvent.What.RetryScheduled;
    Person person = persons.get(request.customer());
    if (person == null || !person.acts || !(prompt || retry)) {
      return;
    }
    int visits = sim.dice().chance(prompt ? sim.plan().payerComes() : 0.25) ? 1 : 0;
    for (int i = visits + (visits > 0 && sim.dice().chance(0.3) ? 1 : 0); i > 0; i--) {
      sim.timeline().in(whenToCome(event), () -> visit(person, event.intent()));
    }
  }

  /** At once, some day, or just when a retry is due. */
  private long whenToCome(ChargeEvent event) {
    if (event.what() instanceof ChargeEvent.What.RetryScheduled(_, _, var at, _)
        && sim.dice().chance(0.6)) {
      return Math.max(0, at.toEpochMilli() - sim.now() + sim.dice().millis(-3_000, 6_000));
    }
    return sim.dice().millis(Duration.ofSeconds(2), Duration.ofDays(3));
  }

  private void visit(Person person, Optional<PaymentIntentId> intent) {
    int mood = sim.dice().below(10);
    if (intent.isEmpty() || mood < 2 || person.cards.isEmpty()) {
      saveCard(person);
      return;
    }
    SimCard card = mood < 4 ? newCard(person) : sim.dice().any(person.cards);
    sim.stripe().find(intent.get()).ifPresent(found -> pay(found, card, 5));
    if (mood == 9 && person.cards.size() > 1) {
      removeCard(person);
    }
  }

  /** Confirms the same intent on the page; while Stripe is busy with it, the page tries again. */
  private void pay(SimIntent intent, SimCard card, int triesLeft) {
    if (triesLeft == 0 || !(intent.isFree() || intent.isActing())) {
      return;
    }
    if (intent.locked) {
      sim.timeline().in(sim.dice().millis(300, 3_000), () -> pay(intent, card, triesLeft - 1));
      return;
    }
    intent.locked = true;
    long takes = sim.dice().millis(100, 3_000);
    sim.trace().say("customer", "confirms " + card.id, intent.id.value());
    sim.timeline()
        .in(
            takes,
            () -> {
              sim.bank().confirmOnSession(intent, card.id);
              intent.locked = false;
            });
  }

  private void saveCard(Person person) {
    person.cards.addFirst(newCard(person));
    sim.trace().say("customer", "saves a card", person.reference.value());
    sim.timeline().in(sim.dice().millis(500, 20_000), () -> announce(person));
  }

  private void removeCard(Person person) {
    person.cards.removeLast().detached = true;
    sim.timeline().in(sim.dice().millis(500, 20_000), () -> announce(person));
  }
}
