package dev.offsession.collector.links.domain;

/** Why a link was ended before its time. */
public enum LinkEnd {
  /** The charge was paid. */
  PAID,
  /** The charge was canceled, or its request withdrawn. */
  CANCELED,
  /** The charge's deadline passed unpaid. */
  EXPIRED,
  /** The charge was given up. */
  FAILED,
  /** The customer was erased; nothing may be shown any more. */
  ERASED
}
