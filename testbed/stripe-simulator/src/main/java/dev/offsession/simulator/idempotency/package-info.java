/** Saved answers: the same key has the same effect once. */
@NullMarked
package dev.offsession.simulator.idempotency;

import org.jspecify.annotations.NullMarked;
