package dev.offsession.simulator.engine;

import java.time.Instant;

/** The customer's agreement to later charges. */
public record Mandate(String id, Instant created, String paymentMethod) implements Resource {}
