package dev.offsession.localstack.browser;

/** A page did not let the customer finish; the message says what it showed instead. */
public final class CustomerStuckException extends RuntimeException {

  public CustomerStuckException(String message) {
    super(message);
  }

  public CustomerStuckException(String message, Throwable cause) {
    super(message, cause);
  }
}
