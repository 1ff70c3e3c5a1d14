package dev.offsession.failpoints.runtime;

/** Thrown at an armed failpoint. No code of the services knows this class. */
public final class TrappedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrappedException(String place) {
    super("failpoint " + place);
  }
}
