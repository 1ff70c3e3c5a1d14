package dev.offsession.collector.stripe;

/**
 * What lets a browser act on one intent. Given to the customer's own page at the moment of acting;
 * never stored, logged or put in a URL.
 */
public record ClientSecret(String value) {
  @Override
  public String toString() {
    return "ClientSecret[secret]";
  }
}
