package dev.offsession.notifier.prompting.domain;

/** Where push subscriptions are kept. */
public interface PushSubscriptions {
  /**
   * Forgets a subscription that its push service no longer knows. Forgetting again changes nothing;
   * when it cannot be done now, the next push to it brings it up again.
   */
  void remove(String customerReference, String subscriptionId);
}
