/**
 * The payment simulation: the real core and the real use cases on a simulated Stripe, store, Kafka
 * and clock. One thread, virtual time, one 64-bit seed per run, so that every failure can be seen
 * again. Read {@link dev.offsession.charging.paysim.Simulation} first, then {@link
 * dev.offsession.charging.paysim.Checks} (what must hold) and {@link
 * dev.offsession.charging.paysim.Mutants} (mistakes that must be found).
 */
@NullMarked
package dev.offsession.charging.paysim;

import org.jspecify.annotations.NullMarked;
