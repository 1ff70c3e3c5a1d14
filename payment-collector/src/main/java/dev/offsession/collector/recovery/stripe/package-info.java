/** The payment as Stripe knows it. */
@NullMarked
package dev.offsession.collector.recovery.stripe;

import org.jspecify.annotations.NullMarked;
