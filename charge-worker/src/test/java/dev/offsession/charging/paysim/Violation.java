package dev.offsession.charging.paysim;

/**
 * A promise that did not hold.
 *
 * @param rule number of the invariant, or LIVENESS
 * @param detail ids, states and codes only
 */
record Violation(String rule, String detail) {}
