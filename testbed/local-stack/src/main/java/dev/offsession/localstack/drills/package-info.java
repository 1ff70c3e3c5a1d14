/**
 * What webhook-ingest promises when processes die, the broker goes away or Stripe's webhooks are
 * exhausted, tried on real processes and judged by Stripe's own list.
 */
@NullMarked
package dev.offsession.localstack.drills;

import org.jspecify.annotations.NullMarked;
