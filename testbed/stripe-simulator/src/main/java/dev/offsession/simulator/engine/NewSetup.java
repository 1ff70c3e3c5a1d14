package dev.offsession.simulator.engine;

import org.jspecify.annotations.Nullable;

/** An order to make a SetupIntent; without a confirmation it is only made. */
public record NewSetup(
    String usage,
    boolean dynamicMethods,
    String allowRedirects,
    @Nullable String paymentMethod,
    SetupTerms.Change terms,
    @Nullable SetupConfirmation confirmation) {}
