/**
 * Real crash runs: real processes that die at named places, judged by Stripe's ledger, the store
 * and the events.
 */
@NullMarked
package dev.offsession.localstack.crash;

import org.jspecify.annotations.NullMarked;
