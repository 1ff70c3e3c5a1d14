package dev.offsession.ingest.backfill.domain;

/** Whether this instance is the one that does the backfill. */
public interface Leadership {

  /**
   * True for at most one instance, but for the seconds after one was cut off: then two may believe
   * it, and some events are published twice.
   */
  boolean isHeld();
}
