package dev.offsession.ingest.webhooks.signature;

/** What is thought of one signature header and body. The sender is told of none but the first. */
public enum Verdict {
  /** Stripe signed these bytes with one of the secrets, around now. */
  SIGNED,
  /** There is no header. */
  ABSENT,
  /** No or more than one timestamp, a timestamp that is none, or no {@code v1} signature. */
  MALFORMED,
  /** Signed more than five minutes ago: perhaps recorded and played back. */
  TOO_OLD,
  /** Signed more than a minute ahead of our clock. */
  AHEAD,
  /** No signature is one of ours: another secret, or another body. */
  WRONG_SIGNATURE
}
