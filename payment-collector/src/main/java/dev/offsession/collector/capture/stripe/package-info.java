/** The SetupIntent as Stripe knows it. */
@NullMarked
package dev.offsession.collector.capture.stripe;

import org.jspecify.annotations.NullMarked;
