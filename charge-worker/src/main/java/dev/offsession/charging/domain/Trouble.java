package dev.offsession.charging.domain;

/** Why a question to Stripe ended without an answer we can trust. None of these is a failure. */
public enum Trouble {
  /** Timeout, reset, or a gateway's error page: the effect may or may not have happened. */
  NO_ANSWER,
  /** Stripe's own error 500: saved under the key and replayed by it, with or without the effect. */
  SERVER_ERROR,
  /** Another call with the same key or on the same intent is running. */
  BUSY,
  /** Too many calls: Stripe did not look at this one. */
  RATE_LIMITED,
  /** Stripe no longer accepts our key: nothing was looked at, and nothing more should be sent. */
  UNAUTHORIZED,
  /** Stripe says that the key was used with other parameters: a bug of ours. */
  KEY_REUSED;

  /** True when Stripe has certainly not acted on the call. */
  public boolean isUntouched() {
    return this == RATE_LIMITED || this == UNAUTHORIZED;
  }
}
