package dev.offsession.localstack.cli;

import dev.offsession.schemas.ChargeEvent;
import dev.offsession.schemas.ChargeEventType;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A charge's events in words. */
final class ChargeSteps {
  private ChargeSteps() {}

  /** Ids and reasons that belong to the event. */
  static String detail(ChargeEvent event) {
    return Stream.of(event.getPaymentIntentId(), reason(event))
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining("  "));
  }

  private static @Nullable String reason(ChargeEvent event) {
    return switch (event.getType()) {
      case AUTHENTICATION_REQUIRED -> "the bank wants the customer";
      case PAYMENT_METHOD_REQUIRED -> decline(event, "another card is needed");
      case RETRY_SCHEDULED -> decline(event, "") + ", next try at " + retryTime(event);
      case FAILED -> decline(event, "given up");
      case REJECTED ->
          event.getRejection() == null
              ? ""
              : event.getRejection().getReasonCode() + ": " + event.getRejection().getMessage();
      case CANCELED -> event.getCancellation() == null ? "" : event.getCancellation().getReason();
      case UNKNOWN, ACCEPTED, SUCCEEDED, PROCESSING, EXPIRED, CONFLICTING_DUPLICATE -> "";
    };
  }

  private static String decline(ChargeEvent event, String otherwise) {
    return event.getDecline() == null ? otherwise : event.getDecline().getCode();
  }

  private static String retryTime(ChargeEvent event) {
    return event.getRetry() == null ? "?" : TimeOfDay.of(event.getRetry().getAt());
  }

  static String coloured(ChargeEventType type, Colors colors) {
    return switch (type) {
      case SUCCEEDED -> colors.good(type.name());
      case FAILED, CANCELED, EXPIRED, REJECTED, CONFLICTING_DUPLICATE -> colors.bad(type.name());
      case AUTHENTICATION_REQUIRED, PAYMENT_METHOD_REQUIRED, RETRY_SCHEDULED ->
          colors.waiting(type.name());
      case UNKNOWN, ACCEPTED, PROCESSING -> type.name();
    };
  }

  /** Whether nothing more will happen to the charge. */
  static boolean isFinal(ChargeEventType type) {
    return switch (type) {
      case SUCCEEDED, FAILED, CANCELED, EXPIRED, REJECTED -> true;
      case UNKNOWN,
          ACCEPTED,
          PROCESSING,
          AUTHENTICATION_REQUIRED,
          PAYMENT_METHOD_REQUIRED,
          RETRY_SCHEDULED,
          CONFLICTING_DUPLICATE ->
          false;
    };
  }

  /** Whether the charge waits for its customer. */
  static boolean needsCustomer(ChargeEventType type) {
    return type == ChargeEventType.AUTHENTICATION_REQUIRED
        || type == ChargeEventType.PAYMENT_METHOD_REQUIRED;
  }
}
