package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IntentReader;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentIntentId;
import dev.offsession.charging.domain.StripeCustomerId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe's events on their way to the topic: repeated, out of order, days late, lost; and those of
 * the merchant's other systems among them.
 */
final class Webhooks implements IntentReader {
  /** An event as it lies in the topic. */
  record Event(
      String id, String type, Optional<IdempotencyKey> key, int number, IntentSnapshot intent) {
    /** What stands in for the event's JSON. */
    byte[] body() {
      return ByteBuffer.allocate(4).putInt(number).array();
    }
  }

  private final Simulation sim;
  private final List<IntentSnapshot> bodies = new ArrayList<>();
  private final Map<PaymentIntentId, List<Event>> held = new HashMap<>();

  Webhooks(Simulation sim) {
    this.sim = sim;
  }

  @Override
  public Optional<IntentSnapshot> fromEvent(byte[] body) {
    return Optional.of(bodies.get(ByteBuffer.wrap(body).getInt()));
  }

  void send(String type, IntentSnapshot intent, Optional<IdempotencyKey> key) {
    Event event = new Event("evt_" + bodies.size(), type, key, bodies.size(), intent);
    bodies.add(intent);
    Plan plan = sim.plan();
    boolean calm = sim.faults().isHealed();
    if (!calm && sim.dice().chance(plan.eventLost())) {
      return;
    }
    int copies = !calm && sim.dice().chance(plan.eventTwice()) ? 2 + sim.dice().below(2) : 1;
    for (int i = 0; i < copies; i++) {
      if (!calm && sim.dice().chance(plan.eventLate())) {
        hold(event);
      } else {
        sim.timeline().in(delay(calm), () -> publish(event));
      }
    }
  }

  private void publish(Event event) {
    sim.kafka().stripeEvents().publish(event.intent().id().value(), event);
  }

  /**
   * It comes at the worst moment: when the next call on its intent goes wrong; or in three days.
   */
  private void hold(Event event) {
    held.computeIfAbsent(event.intent().id(), _ -> new ArrayList<>()).add(event);
    sim.timeline()
        .in(
            Duration.ofDays(3).toMillis(),
            () -> {
              List<Event> late = held.get(event.intent().id());
              if (late != null && late.remove(event)) {
                publish(event);
              }
            });
  }

  boolean holdsBack(PaymentIntentId intent) {
    return !held.getOrDefault(intent, List.of()).isEmpty();
  }

  /** A call on this intent goes wrong: what was held back comes now, or within half a minute. */
  void release(PaymentIntentId intent) {
    List<Event> late = held.remove(intent);
    if (late != null) {
      late.forEach(event -> sim.timeline().in(sim.dice().millis(20, 30_000), () -> publish(event)));
    }
  }

  private long delay(boolean calm) {
    return !calm && sim.dice().chance(sim.plan().eventLate())
        ? sim.dice().millis(Duration.ofSeconds(2), Duration.ofDays(3))
        : sim.dice().millis(20, 2_500);
  }

  /** An event of another system: with nothing of ours, or with our request's id by mistake. */
  void foreign(IntentSnapshot like, boolean namesOurRequest) {
    String id = "pi_foreign_" + bodies.size();
    Optional<ChargeRequestId> request = namesOurRequest ? like.requestId() : Optional.empty();
    send(
        "payment_intent.succeeded",
        new IntentSnapshot(
            new PaymentIntentId(id),
            sim.dice().any(List.of("succeeded", "canceled", "requires_payment_method")),
            like.amountMinor(),
            like.currency(),
            Optional.of(new StripeCustomerId("cus_somebody")),
            request,
            like.amountMinor(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            like.createdAt()),
        Optional.empty());
  }
}
