package dev.offsession.charging.pace;

/**
 * Stripe said "too fast", and all instances slowed down.
 *
 * @param number 1 for the first cut of a lane, and one more for each later one
 * @param perSecond calls of all instances together, right after the cut
 */
public record RateCut(long number, double perSecond) {}
