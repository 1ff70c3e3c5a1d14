package dev.offsession.benchmarks.suite;

import java.util.List;

/**
 * What one turn of webhooks showed.
 *
 * @param rate taken per second
 * @param cpuMicros processor time of the target's process for each
 * @param p99 from the intended send time, in milliseconds
 * @param shares who used the machine
 * @param complaints of the ledger: accepted and written must be the same
 */
record WebhookTurn(
    double rate, double cpuMicros, double p99, String shares, List<String> complaints) {}
