package dev.offsession.localstack.stack;

/** Something that the stack runs has not been built. */
public final class NotBuiltException extends RuntimeException {
  NotBuiltException(String message) {
    super(message);
  }
}
