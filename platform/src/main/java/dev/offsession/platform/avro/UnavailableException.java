package dev.offsession.platform.avro;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry gave no usable answer in time. The record itself may be fine: keep it and try
 * again later.
 */
public final class UnavailableException extends SerializationException {
  private static final long serialVersionUID = 1L;

  UnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
