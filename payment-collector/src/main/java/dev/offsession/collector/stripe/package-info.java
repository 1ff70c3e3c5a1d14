/** How this service calls Stripe. */
@NullMarked
package dev.offsession.collector.stripe;

import org.jspecify.annotations.NullMarked;
