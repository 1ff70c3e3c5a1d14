package dev.offsession.charging.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A charge as the store has it, and the right to change it.
 *
 * @param outbox events that are not known to be published; a write takes all others out
 * @param seenEvents Stripe events that changed it
 * @param fence number of the claim it was read under
 * @param version number of the write it was read after
 */
public record HeldCharge(
    Charge charge, List<ChargeEvent> outbox, Set<String> seenEvents, long fence, long version) {

  public HeldCharge {
    outbox = List.copyOf(outbox);
    seenEvents = Set.copyOf(seenEvents);
  }

  /** What the store has once this change is written to what was read here. */
  public HeldCharge after(StoreChange change) {
    List<ChargeEvent> news = new ArrayList<>(outbox);
    news.addAll(change.events());
    Set<String> seen = new HashSet<>(seenEvents);
    change.seenEvent().ifPresent(seen::add);
    return new HeldCharge(
        change.charge(), news, seen, change.takeOver() ? fence + 1 : fence, version + 1);
  }

  /** The same, with everything in the outbox published. */
  public HeldCharge allPublished() {
    return new HeldCharge(charge, List.of(), seenEvents, fence, version);
  }
}
