/** How the account's objects look as Stripe's JSON. */
@NullMarked
package dev.offsession.simulator.render;

import org.jspecify.annotations.NullMarked;
