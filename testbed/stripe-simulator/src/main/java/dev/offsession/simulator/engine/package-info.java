/** The simulated account: customers, intents and charges, and the rules that move them. No HTTP. */
@NullMarked
package dev.offsession.simulator.engine;

import org.jspecify.annotations.NullMarked;
