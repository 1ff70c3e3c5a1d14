package dev.offsession.charging.domain;

/** The merchant's own id of the customer who pays. */
public record CustomerReference(String value) {
  @Override
  public String toString() {
    return value;
  }
}
