package dev.offsession.simulator.faults;

import org.jspecify.annotations.Nullable;

/**
 * A failure about to happen.
 *
 * @param millis how long it takes before it shows
 * @param shouldRetry value of the {@code Stripe-Should-Retry} header, if any
 * @param retryAfter value of the {@code Retry-After} header in seconds, if any
 */
public record Fault(
    FaultKind kind, long millis, @Nullable String shouldRetry, @Nullable String retryAfter) {}
