/** webhook-ingest: takes in Stripe's webhooks and publishes them; stateless. */
@NullMarked
package dev.offsession.ingest;

import org.jspecify.annotations.NullMarked;
