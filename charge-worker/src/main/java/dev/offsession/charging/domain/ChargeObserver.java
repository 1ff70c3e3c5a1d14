package dev.offsession.charging.domain;

/** Watches what happens, for logs and meters. Must not throw and must not wait. */
public interface ChargeObserver {
  /** A decision was stored. */
  void decided(Charge before, Decision decision);

  /** A decision asked for a person. */
  void alarm(ChargeRequestId id, Effect.Alarm alarm);

  /** Somebody else took the charge while we worked on it; nothing of ours was written. */
  void claimLost(ChargeRequestId id);

  /** A request came again. */
  void duplicate(ChargeRequestId id, boolean conflicting);

  /** An event that is not for us: another system's intent, or no document for it. */
  void foreignEvent(String reason);

  /** Events could not be published yet; they stay in the outbox. */
  void notPublished(ChargeRequestId id);
}
