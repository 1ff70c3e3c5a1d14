package dev.offsession.localstack.cli;

/** The person at the terminal can put this right; the message says how. */
final class UserErrorException extends RuntimeException {
  UserErrorException(String message) {
    super(message);
  }

  /** The sentence of an exception that carries one for this person. */
  static UserErrorException because(IllegalArgumentException cause) {
    return new UserErrorException(String.valueOf(cause.getMessage()));
  }
}
