/** The command that sets the webhook endpoint up at Stripe. */
@NullMarked
package dev.offsession.ingest.registration;

import org.jspecify.annotations.NullMarked;
