@NullMarked
package dev.offsession.simulator.idempotency;

import org.jspecify.annotations.NullMarked;
