package dev.offsession.simulator.idempotency;

/** Status and body of an answer, as they were sent the first time. */
public record SavedAnswer(int status, String body) {}
