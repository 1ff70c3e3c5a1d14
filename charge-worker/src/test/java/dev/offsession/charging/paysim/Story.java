package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequest;
import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.CustomerReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the merchant's systems ask for in one run: requests, again, otherwise, and never mind. */
final class Story {
  private static final Duration ASKED_WITHIN = Duration.ofMinutes(5);

  private final Simulation sim;
  private final Dice dice;

  Story(Simulation sim) {
    this.sim = sim;
    this.dice = sim.dice();
  }

  void schedule() {
    List<CustomerReference> customers = new ArrayList<>();
    for (int i = 1 + dice.below(2); i > 0; i--) {
      customers.add(sim.people().move("c" + i, dice.chance(0.1) ? 0 : 1 + dice.below(2)));
    }
    for (int i = 1 + dice.below(3); i > 0; i--) {
      ask(new ChargeRequestId("order-" + i), dice.any(customers));
    }
  }

  private void ask(ChargeRequestId id, CustomerReference customer) {
    long when = dice.millis(0, ASKED_WITHIN.toMillis());
    ChargeRequest request = request(id, customer, when);
    publish(request, when);
    while (dice.chance(0.3)) {
      publish(request, when + later());
    }
    if (dice.chance(0.15)) {
      publish(otherAmount(request), Math.max(0, when + dice.millis(-20_000, 40_000)));
    }
    if (dice.chance(0.2)) {
      cancel(id, Math.max(0, dice.chance(0.5) ? when + dice.millis(-30_000, 30_000) : later()));
    }
    if (dice.chance(0.3)) {
      sim.timeline().in(later(), () -> foreignEvent(id));
    }
    if (dice.chance(0.04)) {
      sim.timeline().in(later(), () -> cancelAtStripe(id));
    }
  }

  private long later() {
    return dice.millis(Duration.ofSeconds(1), Duration.ofDays(4));
  }

  private void publish(ChargeRequest request, long when) {
    sim.timeline()
        .in(
            when,
            () -> {
              sim.trace().say("upstream", "asks for", request.id() + " " + request.amountMinor());
              sim.checks().asked(request);
              sim.kafka().requests().publish(request.customer().value(), request);
            });
  }

  private void cancel(ChargeRequestId id, long when) {
    sim.timeline()
        .in(
            when,
            () -> {
              sim.trace().say("upstream", "cancels", id.value());
              sim.kafka()
                  .cancellations()
                  .publish(id.value(), new SimKafka.Cancellation(id, "changed their mind"));
            });
  }

  private void foreignEvent(ChargeRequestId id) {
    sim.stripe().all().stream()
        .filter(intent -> intent.request.equals(id))
        .findFirst()
        .ifPresent(intent -> sim.webhooks().foreign(intent.snapshot(), dice.chance(0.5)));
  }

  /** Somebody of the merchant cancels the intent in Stripe's dashboard. */
  private void cancelAtStripe(ChargeRequestId id) {
    sim.stripe().all().stream()
        .filter(intent -> intent.request.equals(id) && !intent.locked)
        .findFirst()
        .ifPresent(intent -> sim.bank().cancel(intent, "duplicate", Optional.empty()));
  }

  private ChargeRequest request(ChargeRequestId id, CustomerReference customer, long when) {
    long now = sim.now() + when;
    Optional<Instant> expires =
        dice.chance(0.75)
            ? Optional.of(
                Instant.ofEpochMilli(now + dice.millis(Duration.ofMinutes(2), Duration.ofDays(12))))
            : Optional.empty();
    boolean invalid = dice.chance(0.03);
    Optional<String> method =
        dice.chance(0.2)
            ? sim.people().anyMethodOf(customer).map(found -> found.value())
            : Optional.empty();
    return new ChargeRequest(
        id,
        customer,
        invalid ? -1 : 1_000,
        "jpy",
        method,
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        expires,
        Instant.ofEpochMilli(now));
  }

  private static ChargeRequest otherAmount(ChargeRequest request) {
    return new ChargeRequest(
        request.id(),
        request.customer(),
        request.amountMinor() + 100,
        request.currency(),
        request.paymentMethodId(),
        request.description(),
        request.statementDescriptorSuffix(),
        request.metadata(),
        request.expiresAt(),
        request.requestedAt());
  }
}
