package dev.offsession.localstack.client;

/** A part of the stack refused a call, or did not answer. The message says which and how. */
public final class StackCallException extends RuntimeException {
  StackCallException(String message) {
    super(message);
  }

  StackCallException(String message, Throwable cause) {
    super(message, cause);
  }
}
