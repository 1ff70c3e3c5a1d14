package dev.offsession.charging.domain;

/**
 * The upstream system's own id of a charge; charged at most once, for ever. Any text is kept as it
 * came, so that even a request with a nonsensical id has a document; {@link RequestRules} judges
 * it.
 */
public record ChargeRequestId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
