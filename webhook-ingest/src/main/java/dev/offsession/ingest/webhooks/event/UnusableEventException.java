package dev.offsession.ingest.webhooks.event;

/** A body that Stripe signed but that we cannot take in. The message holds nothing of the body. */
public final class UnusableEventException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableEventException(String message) {
    super(message);
  }
}
