/** Stripe's event list. */
@NullMarked
package dev.offsession.ingest.backfill.stripe;

import org.jspecify.annotations.NullMarked;
