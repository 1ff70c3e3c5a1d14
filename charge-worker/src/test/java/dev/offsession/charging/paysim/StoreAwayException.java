package dev.offsession.charging.paysim;

/** The store did not answer, or not well; what became of the write is unknown. */
final class StoreAwayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoreAwayException() {
    super("the store does not answer", null, false, false);
  }
}
