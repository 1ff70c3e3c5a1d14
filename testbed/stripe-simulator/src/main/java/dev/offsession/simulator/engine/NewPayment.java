package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/**
 * An order to make a PaymentIntent.
 *
 * @param amount minor units, as Stripe counts them
 * @param confirmation goes through with it at once; null to create only
 */
public record NewPayment(
    long amount,
    String currency,
    boolean dynamicMethods,
    String allowRedirects,
    String confirmationMethod,
    @Nullable String paymentMethod,
    PaymentTerms.Change terms,
    @Nullable Confirmation confirmation) {}
