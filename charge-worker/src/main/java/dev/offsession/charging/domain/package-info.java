/**
 * What happens to the money, in plain Java: no Spring, no Stripe types, no store, no clock.
 *
 * <p>Read in this order: {@link dev.offsession.charging.domain.ChargeState} (where a charge can
 * be), {@link dev.offsession.charging.domain.ChargeInput} (what can happen to it), {@link
 * dev.offsession.charging.domain.Effect} (what it can ask for), {@link
 * dev.offsession.charging.domain.ChargeRules} (the one function that joins them), {@link
 * dev.offsession.charging.domain.Invariants} (what may never happen).
 */
@NullMarked
package dev.offsession.charging.domain;

import org.jspecify.annotations.NullMarked;
