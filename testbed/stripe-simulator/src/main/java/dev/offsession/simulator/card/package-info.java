/** What each test card does: the table of Stripe's documented test cards as plain values. */
@NullMarked
package dev.offsession.simulator.card;

import org.jspecify.annotations.NullMarked;
