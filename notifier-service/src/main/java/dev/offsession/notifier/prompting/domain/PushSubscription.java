package dev.offsession.notifier.prompting.domain;

/**
 * A device on which the customer allowed notifications. Whoever has it can send there, so it is
 * held in memory only.
 *
 * @param id payment-collector's name for it
 * @param endpoint address at the push service
 * @param p256dh the browser's public key, base64url
 * @param auth the browser's secret, base64url
 */
public record PushSubscription(String id, String endpoint, String p256dh, String auth) {
  /** Shows the name only. */
  @Override
  public String toString() {
    return "PushSubscription[" + id + "]";
  }
}
