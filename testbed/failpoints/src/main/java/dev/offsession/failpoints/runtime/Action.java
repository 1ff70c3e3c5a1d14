package dev.offsession.failpoints.runtime;

/** What happens at an armed failpoint. */
public enum Action {
  /** The process is gone at once, as after {@code kill -9}: no hook, no answer, no commit. */
  HALT,
  /** The call throws, and the process lives on. */
  EXCEPTION,
  /** The process stands still for a while: longer than its lease. */
  SIGSTOP
}
