package dev.offsession.charging.paysim;

import dev.offsession.charging.domain.ChargeRequestId;
import dev.offsession.charging.domain.IntentReader;
import dev.offsession.charging.domain.IntentSnapshot;
import java.util.List;
import java.util.Optional;

/** Mistakes of reading: offsets, marks, and events that are not ours. */
final class KafkaMutants {
  private KafkaMutants() {}

  static List<Mutant> all() {
    return List.of(
        commitsFirst("commit-before-insert", "charge-requested"),
        commitsFirst("commit-cancellation-first", "charge-cancellation-requested"),
        commitsFirst("commit-event-first", "stripe-events"),
        commitsFirst("commit-customer-first", "payment-method-events"),
        new Mutant(
            "mark-before-note",
            "an event is marked as seen before it is noted",
            new Mutation() {
              @Override
              public boolean marksFirst() {
                return true;
              }
            }),
        new Mutant(
            "no-due-loop",
            "nobody takes up what was left",
            new Mutation() {
              @Override
              public boolean hasDueLoop() {
                return false;
              }
            }),
        new Mutant(
            "guess-foreign-intents",
            "an intent without our metadata is taken for ours",
            new Mutation() {
              @Override
              public IntentReader reader(IntentReader real) {
                return body -> real.fromEvent(body).map(KafkaMutants::guessed);
              }
            }));
  }

  private static Mutant commitsFirst(String name, String topic) {
    return new Mutant(
        name,
        "offsets of " + topic + " are committed before the work is done",
        new Mutation() {
          @Override
          public boolean commitsFirst(String other) {
            return other.equals(topic);
          }
        });
  }

  /** Claims a foreign intent for the first request, billing whoever it bills. */
  private static IntentSnapshot guessed(IntentSnapshot seen) {
    return new IntentSnapshot(
        seen.id(),
        seen.status(),
        seen.amountMinor(),
        seen.currency(),
        seen.requestId().isPresent() ? seen.customer() : Optional.of(RuleMutants.CUSTOMER),
        seen.requestId().or(() -> Optional.of(new ChargeRequestId("order-1"))),
        seen.receivedMinor(),
        seen.latestCharge(),
        seen.lastError(),
        seen.card(),
        seen.cancellationReason(),
        seen.createdAt());
  }
}
