package dev.offsession.charging.usecase;

import dev.offsession.charging.domain.Policy;
import dev.offsession.charging.domain.RequestRules;
import java.time.Duration;

/**
 * What the use cases need to be told.
 *
 * @param lease how long a charge is ours without a write; longer than any one question takes
 * @param stepsMax most decisions in one go on one charge, so that a mistake cannot spin
 * @param retryPublish how long unpublished events wait for the next try
 */
public record ChargeSettings(
    RequestRules rules, Policy policy, Duration lease, int stepsMax, Duration retryPublish) {}
