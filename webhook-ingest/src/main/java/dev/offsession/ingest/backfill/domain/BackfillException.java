package dev.offsession.ingest.backfill.domain;

/** A pass that cannot go on now. The message holds no secret and nothing of an event's body. */
public final class BackfillException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BackfillException(String message) {
    super(message);
  }

  public BackfillException(String message, Throwable cause) {
    super(message, cause);
  }
}
