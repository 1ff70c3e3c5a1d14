package dev.offsession.charging.domain;

/** The states by name, for documents, queries, logs and the HTTP API. */
public enum StateName {
  RECEIVED,
  CREATING,
  CREATED,
  CONFIRMING,
  PROCESSING,
  AUTHENTICATION_REQUIRED,
  PAYMENT_METHOD_REQUIRED,
  RETRY_SCHEDULED,
  SUCCEEDED,
  FAILED,
  CANCELED,
  EXPIRED,
  REJECTED;

  /** Name of a state. */
  public static StateName of(ChargeState state) {
    return switch (state) {
      case ChargeState.Received _ -> RECEIVED;
      case ChargeState.Creating _ -> CREATING;
      case ChargeState.Created _ -> CREATED;
      case ChargeState.Confirming _ -> CONFIRMING;
      case ChargeState.Processing _ -> PROCESSING;
      case ChargeState.AuthenticationRequired _ -> AUTHENTICATION_REQUIRED;
      case ChargeState.PaymentMethodRequired _ -> PAYMENT_METHOD_REQUIRED;
      case ChargeState.RetryScheduled _ -> RETRY_SCHEDULED;
      case ChargeState.Succeeded _ -> SUCCEEDED;
      case ChargeState.Failed _ -> FAILED;
      case ChargeState.Canceled _ -> CANCELED;
      case ChargeState.Expired _ -> EXPIRED;
      case ChargeState.Rejected _ -> REJECTED;
    };
  }
}
