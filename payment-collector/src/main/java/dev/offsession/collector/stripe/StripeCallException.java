package dev.offsession.collector.stripe;

import org.jspecify.annotations.Nullable;

/** A call to Stripe without the wanted answer. Carries codes only, never Stripe's message. */
public final class StripeCallException extends RuntimeException {
  private final boolean temporary;
  private final int status;
  private final @Nullable String code;

  StripeCallException(boolean temporary, int status, @Nullable String code, Throwable cause) {
    super("Stripe answered " + status + " " + code, cause);
    this.temporary = temporary;
    this.status = status;
    this.code = code;
  }

  /** Whether the same call may succeed later: no answer, a limit, or trouble on Stripe's side. */
  public boolean isTemporary() {
    return temporary;
  }

  /** HTTP status, 0 when there was no answer. */
  public int status() {
    return status;
  }

  /** Stripe's error code, where there is one. */
  public @Nullable String code() {
    return code;
  }
}
