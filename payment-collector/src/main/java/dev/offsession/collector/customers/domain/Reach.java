package dev.offsession.collector.customers.domain;

import java.util.List;

/**
 * How a customer wants to be reached, beside the address.
 *
 * @param remindersMuted no reminders, please; the first message about a payment still comes
 * @param pushSubscriptions the browsers that take push messages, oldest first
 */
public record Reach(boolean remindersMuted, List<PushSubscription> pushSubscriptions) {
  /** What holds for a customer who never said anything. */
  public static final Reach DEFAULT = new Reach(false, List.of());

  /** Copies. */
  public Reach {
    pushSubscriptions = List.copyOf(pushSubscriptions);
  }
}
