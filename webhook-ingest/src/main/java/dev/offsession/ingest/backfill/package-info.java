/** Fetches from Stripe's event list what no webhook has brought, and publishes it. */
@NullMarked
package dev.offsession.ingest.backfill;

import org.jspecify.annotations.NullMarked;
