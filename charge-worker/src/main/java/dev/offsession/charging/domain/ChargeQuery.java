package dev.offsession.charging.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Which charges to list, in the order of their ids.
 *
 * @param receivedBefore only those taken in before, UTC
 * @param startingAfter only those behind this id
 * @param limit most charges in the answer
 */
public record ChargeQuery(
    Optional<CustomerReference> customer,
    Optional<StateName> state,
    Optional<Instant> receivedBefore,
    Optional<ChargeRequestId> startingAfter,
    int limit) {}
