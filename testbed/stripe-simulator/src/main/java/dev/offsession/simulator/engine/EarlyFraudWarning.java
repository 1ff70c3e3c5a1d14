package dev.offsession.simulator.engine;

import java.time.Instant;

/** The bank suspects that a charge was fraudulent. */
public record EarlyFraudWarning(String id, Instant created, String charge, String paymentIntent)
    implements Resource {}
