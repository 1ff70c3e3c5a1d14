package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/**
 * The bank's wish to see the customer.
 *
 * @param number tells one challenge of an intent from the next
 * @param inPage Stripe.js shows it on the merchant's page; otherwise the browser is redirected
 * @param returnUrl where a redirected browser goes afterwards
 */
public record Challenge(int number, boolean inPage, @Nullable String returnUrl) {}
