/** Webhook endpoints at Stripe. */
@NullMarked
package dev.offsession.ingest.registration.stripe;

import org.jspecify.annotations.NullMarked;
