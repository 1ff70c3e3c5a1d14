package dev.offsession.platform.kafka;

/**
 * Calls a service's listener. An {@link Error} would make Spring Kafka stop the container for good,
 * while the process lives on and looks healthy: a reader that has gone deaf. As an exception it
 * leads to a redelivery like any other failure.
 */
final class ListenerCall {
  private ListenerCall() {}

  static void run(Runnable listener) {
    try {
      listener.run();
    } catch (StackOverflowError | LinkageError | AssertionError e) {
      throw new IllegalStateException("A listener failed: " + e, e);
    }
  }
}
