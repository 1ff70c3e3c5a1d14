package dev.offsession.charging.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A charge as the store has it, and the right to change it.
 *
 * @param outbox events stored and not yet known to be published
 * @param relayed numbers of events that were published and still stand in the store's outbox
 * @param seenEvents Stripe events that changed it
 * @param fence number of the claim it was read under
 * @param version number of the write it was read after
 */
public record HeldCharge(
    Charge charge,
    List<ChargeEvent> outbox,
    Set<Long> relayed,
    Set<String> seenEvents,
    long fence,
    long version) {

  public HeldCharge {
    outbox = List.copyOf(outbox);
    relayed = Set.copyOf(relayed);
    seenEvents = Set.copyOf(seenEvents);
  }

  /** The same, with everything in the outbox published. */
  public HeldCharge allRelayed() {
    Set<Long> numbers =
        outbox.stream().map(ChargeEvent::sequence).collect(Collectors.toCollection(TreeSet::new));
    numbers.addAll(relayed);
    return new HeldCharge(charge, List.of(), numbers, seenEvents, fence, version);
  }
}
