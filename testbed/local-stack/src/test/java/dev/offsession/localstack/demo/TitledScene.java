package dev.offsession.localstack.demo;

/** A scene that is only its programme entry; tests play it themselves. */
record TitledScene(String letter, String title, String expected) implements Scene {
  @Override
  public void play(Stage stage, Observations seen) {
    throw new UnsupportedOperationException("played by the test");
  }
}
