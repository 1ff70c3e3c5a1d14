package dev.offsession.platform.avro;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a registry that cannot be asked from a record that cannot be read. */
public final class RegistryTrouble {

  /** Confluent's client is not on our path; its exception is known by name only. */
  private static final String CONFLUENT = "RestClientException";

  private RegistryTrouble() {}

  /**
   * Whether a failed read says nothing about the record, so that it must be kept and tried again.
   */
  public static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isOutage(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(Throwable cause) {
    return switch (cause) {
      case UnavailableException _, InterruptException _, RetriableException _ -> true;
      case ConnectException _, SocketException _, SocketTimeoutException _ -> true;
      case UnknownHostException _, HttpTimeoutException _, SSLException _ -> true;
      default -> cause.getClass().getSimpleName().equals(CONFLUENT) && !saysUnknown(cause);
    };
  }

  private static boolean saysUnknown(Throwable cause) {
    String message = cause.getMessage();
    return message != null && message.contains("error code: 404");
  }
}
