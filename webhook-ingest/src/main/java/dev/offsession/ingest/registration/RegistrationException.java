package dev.offsession.ingest.registration;

/** Stripe did not do it. The message holds no key and no secret. */
public final class RegistrationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RegistrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
