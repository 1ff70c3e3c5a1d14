/** Stripe's API: translates the core's questions into calls, and every answer back. */
@NullMarked
package dev.offsession.charging.stripe;

import org.jspecify.annotations.NullMarked;
