package dev.offsession.charging.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offsession.charging.domain.Charge;
import dev.offsession.charging.domain.ChargeState;
import dev.offsession.charging.domain.IdempotencyKey;
import dev.offsession.charging.domain.IdempotencyKeys;
import dev.offsession.charging.domain.IntentSnapshot;
import dev.offsession.charging.domain.PaymentError;
import dev.offsession.charging.domain.PaymentMethodId;
import dev.offsession.charging.domain.StateName;
import dev.offsession.charging.domain.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The five events of one payment in every order, each once or twice: 5! · 2^5 = 3,840 histories,
 * one end. The customer was wanted, came, and paid; what differs is what we hear and when.
 */
class WebhookOrderTest {
  private static final int EVENTS = 5;
  private static final int HISTORIES = 3_840;
  private static final PaymentMethodId VISA = new PaymentMethodId("pm_visa");

  @Test
  void everyOrderOfEventsGivesTheSameDocument() {
    Set<Charge> documents = new HashSet<>();
    List<List<Integer>> histories = histories();
    for (List<Integer> history : histories) {
      World world = wanted();
      World.Instance process = world.process();
      List<IntentSnapshot> events = paidOnThePage(world);

      history.forEach(number -> hear(process, events, number));
      process.run();

      assertOneEnd(world, history);
      documents.add(world.charge());
    }
    assertThat(histories).hasSize(HISTORIES);
    assertThat(documents).hasSize(1);
  }

  @Test
  void workingTheChargeBetweenTheEventsChangesNothing() {
    Set<ChargeState> ends = new HashSet<>();
    for (List<Integer> history : histories()) {
      World world = wanted();
      World.Instance process = world.process();
      List<IntentSnapshot> events = paidOnThePage(world);

      for (int number : history) {
        hear(process, events, number);
        process.run();
      }

      assertOneEnd(world, history);
      ends.add(world.charge().state());
    }
    assertThat(ends).hasSize(1);
  }

  @Test
  void noOrderOfEventsMisleadsAChargeWhoseAnswerWasLost() {
    Set<ChargeState> ends = new HashSet<>();
    for (List<Integer> history : histories()) {
      World world = unanswered();
      World.Instance process = world.process();
      List<IntentSnapshot> events = paidOnThePage(world);

      history.forEach(number -> hear(process, events, number));
      process.run();

      assertOneEnd(world, history);
      ends.add(world.charge().state());
    }
    assertThat(ends).hasSize(1);
  }

  /** The bank refused our attempt because it wants the customer. */
  private static World wanted() {
    World world = new World();
    world.aliceHas("pm_visa");
    world.stripe.refuseNext("authentication_required");
    run(world);
    assertThat(world.charge().stateName()).isEqualTo(StateName.AUTHENTICATION_REQUIRED);
    return world;
  }

  /** The same, but we were not told. */
  private static World unanswered() {
    World world = new World();
    world.aliceHas("pm_visa");
    world.stripe.refuseNext("authentication_required");
    World.Instance process = world.process();
    process.intake.accept(List.of(world.request(1200)));
    world.stripe.loseAnswersAfter(1, Trouble.NO_ANSWER);
    process.run();
    assertThat(world.charge().stateName()).isEqualTo(StateName.CONFIRMING);
    return world;
  }

  private static void run(World world) {
    World.Instance process = world.process();
    process.intake.accept(List.of(world.request(1200)));
    process.run();
  }

  /** What Stripe tells of it, in the order in which it happened. */
  private static List<IntentSnapshot> paidOnThePage(World world) {
    IntentSnapshot refused = world.stripe.intents().getFirst();
    world.stripe.confirmNow(refused.id(), VISA);
    IntentSnapshot paid = world.stripe.intents().getFirst();
    return List.of(
        shown(refused, "requires_payment_method", Optional.empty()),
        shown(refused, "requires_payment_method", refused.lastError()),
        shown(refused, "requires_action", Optional.empty()),
        shown(refused, "processing", Optional.empty()),
        paid);
  }

  private static IntentSnapshot shown(
      IntentSnapshot like, String status, Optional<PaymentError> error) {
    return new IntentSnapshot(
        like.id(),
        status,
        like.amountMinor(),
        like.currency(),
        like.customer(),
        like.requestId(),
        0,
        error.flatMap(PaymentError::charge),
        error,
        error.isPresent() ? like.card() : Optional.empty(),
        Optional.empty(),
        like.createdAt());
  }

  private static void hear(World.Instance process, List<IntentSnapshot> events, int number) {
    IntentSnapshot event = events.get(number);
    Optional<IdempotencyKey> key =
        event.lastError().map(_ -> IdempotencyKeys.of(event.requestId().orElseThrow()).confirm(1));
    process.events(_ -> Optional.of(event)).on("evt_" + number, key, new byte[0]);
  }

  private static void assertOneEnd(World world, List<Integer> history) {
    assertThat(world.charge().stateName()).as("%s", history).isEqualTo(StateName.SUCCEEDED);
    assertThat(world.stripe.charged()).as("%s", history).hasSize(1);
    assertThat(world.news().stream().filter(news -> news.endsWith("Succeeded")))
        .as("%s", history)
        .hasSize(1);
    assertThat(world.store.dueAt(world.charge().id())).as("%s", history).isEmpty();
  }

  /** Every order, and behind it every choice of events that come again, in the same order. */
  private static List<List<Integer>> histories() {
    List<List<Integer>> all = new ArrayList<>();
    for (List<Integer> order : orders(IntStream.range(0, EVENTS).boxed().toList())) {
      for (int again = 0; again < 1 << EVENTS; again++) {
        int mask = again;
        List<Integer> history = new ArrayList<>(order);
        order.stream().filter(number -> (mask >> number & 1) == 1).forEach(history::add);
        all.add(history);
      }
    }
    return all;
  }

  private static List<List<Integer>> orders(List<Integer> rest) {
    if (rest.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (Integer first : rest) {
      List<Integer> others = rest.stream().filter(one -> !one.equals(first)).toList();
      for (List<Integer> tail : orders(others)) {
        List<Integer> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }
}
