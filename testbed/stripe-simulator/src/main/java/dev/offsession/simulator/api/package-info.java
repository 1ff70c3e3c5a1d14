/** The endpoints of Stripe's API that the simulator has: parameters in, objects out. */
@NullMarked
package dev.offsession.simulator.api;

import org.jspecify.annotations.NullMarked;
