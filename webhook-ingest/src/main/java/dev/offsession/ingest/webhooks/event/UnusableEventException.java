package dev.offsession.ingest.webhooks.event;

/** A body that Stripe signed but that we cannot take in. The message holds nothing of the body. */
public final class UnusableEventException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean thin;

  UnusableEventException(String message) {
    this(message, false);
  }

  private UnusableEventException(String message, boolean thin) {
    super(message);
    this.thin = thin;
  }

  /** An event without its object: the destination at Stripe has the wrong payload style. */
  static UnusableEventException ofThinEvent() {
    return new UnusableEventException("it is a thin event; subscribe to snapshot events", true);
  }

  /**
   * Whether it is a v2 event, which a change at Stripe's dashboard would turn into a usable one.
   */
  public boolean isThin() {
    return thin;
  }
}
