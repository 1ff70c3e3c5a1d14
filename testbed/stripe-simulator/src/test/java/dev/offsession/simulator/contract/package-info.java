/** The simulator as stripe-java sees it, over real HTTP. */
@NullMarked
package dev.offsession.simulator.contract;

import org.jspecify.annotations.NullMarked;
