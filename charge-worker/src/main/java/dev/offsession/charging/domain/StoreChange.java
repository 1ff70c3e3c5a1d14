package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One write to one charge: its state, its news and its next moment together.
 *
 * @param events to be put in the outbox; those the holder knows to be published are taken out
 * @param dueAt when somebody must take it up; empty when nobody must, ever
 * @param takeOver raise the fence, so that whoever holds the charge writes nothing more
 * @param seenEvent the Stripe event that led here
 * @param why for the charge's history; empty when nothing happened to the charge itself
 */
public record StoreChange(
    Charge charge,
    List<ChargeEvent> events,
    Optional<Instant> dueAt,
    boolean takeOver,
    Optional<String> seenEvent,
    Optional<String> why,
    Instant at) {}
