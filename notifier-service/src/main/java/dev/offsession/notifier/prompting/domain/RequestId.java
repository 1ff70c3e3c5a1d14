package dev.offsession.notifier.prompting.domain;

/** The upstream system's id of a charge. */
public record RequestId(String value) {
  public RequestId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a request id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
