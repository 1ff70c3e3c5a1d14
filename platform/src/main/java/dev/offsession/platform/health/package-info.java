/** Whether the parts that a service needs (broker, registry, store, Stripe) are there. */
@NullMarked
package dev.offsession.platform.health;

import org.jspecify.annotations.NullMarked;
