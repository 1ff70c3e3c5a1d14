/** A stateful stand-in for Stripe's API, for development and tests only. */
@NullMarked
package dev.offsession.simulator;

import org.jspecify.annotations.NullMarked;
