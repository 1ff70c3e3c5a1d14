/** Secrets for apps, from Stripe. */
@NullMarked
package dev.offsession.collector.mobile.stripe;

import org.jspecify.annotations.NullMarked;
