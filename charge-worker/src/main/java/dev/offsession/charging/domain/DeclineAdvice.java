package dev.offsession.charging.domain;

/**
 * What a refusal means.
 *
 * @param retriesMax how often at most it is tried again for this code
 */
public record DeclineAdvice(DeclineClass kind, CustomerMessage tell, int retriesMax) {
  DeclineAdvice as(DeclineClass other, int retries) {
    return new DeclineAdvice(other, tell, retries);
  }

  DeclineAdvice telling(CustomerMessage other) {
    return new DeclineAdvice(kind, other, retriesMax);
  }
}
