package dev.offsession.localstack.demo;

/** What the scene waited for did not come. The message says what that was. */
final class SceneStuckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SceneStuckException(String message) {
    super(message);
  }
}
