package dev.offsession.ingest.webhooks;

/** What became of one webhook. */
public enum Intake {
  /** Kafka has it. */
  PUBLISHED,
  /** Kafka has had it before. */
  DUPLICATE,
  /** Nobody we know is addressed. */
  UNKNOWN_ENDPOINT,
  /** Stripe did not sign this, or not around now. */
  FORGED,
  /** Stripe signed it, but it is nothing we can take in. */
  UNUSABLE,
  /** Of the other mode or of another account than the endpoint is for. */
  MISDIRECTED,
  /** Too many are under way: Stripe is to send it again. */
  NO_ROOM,
  /** Kafka did not take it in time: Stripe is to send it again. */
  NOT_NOW
}
