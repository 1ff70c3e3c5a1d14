package dev.offsession.ingest.backfill.domain;

/** Why a pass is made. */
public enum Trigger {
  /** This instance has just become the one that does it. */
  START,
  /** It is time again: whatever gap there was since the last pass is closed now. */
  INTERVAL,
  /** Events that Stripe itself knows as not delivered, further back than the other passes go. */
  SWEEP,
  /** A person has asked for it. */
  OPERATOR
}
