/** Failures on demand: what breaks, for whom, how often. */
@NullMarked
package dev.offsession.simulator.faults;

import org.jspecify.annotations.NullMarked;
