/** The Stripe client: pooled HTTP, no hidden retries, keys that fit the profile. */
@NullMarked
package dev.offsession.platform.stripe;

import org.jspecify.annotations.NullMarked;
