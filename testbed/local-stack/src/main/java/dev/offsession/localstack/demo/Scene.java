package dev.offsession.localstack.demo;

/** One scene of the demo. It depends on no other, so that scenes may play side by side. */
public interface Scene {
  /** Its letter in the programme, such as {@code a}. */
  String letter();

  /** What happens, in one line. */
  String title();

  /** The states it must pass through, as {@link Observations} writes them. */
  String expected();

  /** Plays it and notes what really happened. */
  void play(Stage stage, Observations seen);
}
