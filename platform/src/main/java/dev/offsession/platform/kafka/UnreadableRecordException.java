package dev.offsession.platform.kafka;

import org.jspecify.annotations.Nullable;

/** A record that no later delivery will make readable. It belongs in the dead letter topic. */
final class UnreadableRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRecordException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
