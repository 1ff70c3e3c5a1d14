/** How many calls a second Stripe takes, of the account and of each endpoint. */
@NullMarked
package dev.offsession.simulator.quota;

import org.jspecify.annotations.NullMarked;
