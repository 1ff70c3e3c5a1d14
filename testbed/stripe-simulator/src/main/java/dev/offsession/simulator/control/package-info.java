/** The control API for tests: clock, faults, cards, ledger. */
@NullMarked
package dev.offsession.simulator.control;

import org.jspecify.annotations.NullMarked;
