package dev.offsession.charging.domain;

/** What a person should hear of. */
public enum AlarmKind {
  /** The outcome of a call is unknown for longer than the plan of looks lasts. */
  STILL_UNKNOWN,
  /** The intent is not what was asked for, or in a status we do not know. */
  ALIEN_INTENT,
  /** An intent of ours was seen that this charge did not make or does not use. */
  SECOND_INTENT,
  /** A charge that ended unpaid was seen paid. */
  PAID_AFTER_END,
  /** Stripe says that one of our keys was used with other parameters. */
  KEY_REUSED,
  /** Stripe refused a question that it should not refuse. */
  REFUSED_BY_STRIPE,
  /** Stripe no longer accepts our API key. */
  UNAUTHORIZED,
  /** An intent names a charge that has not come for a day. */
  NO_CHARGE
}
