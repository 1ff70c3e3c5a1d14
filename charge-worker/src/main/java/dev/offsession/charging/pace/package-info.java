/**
 * How fast Stripe may be called, by all instances together: plain Java, with times handed in.
 *
 * <p>Instances announce themselves on one shared {@link dev.offsession.charging.pace.PaceBoard} and
 * each takes an equal share of every budget; a refusal for calling too fast is cut for all of them
 * and grows back with time. One store operation every few seconds, none per call.
 */
@NullMarked
package dev.offsession.charging.pace;

import org.jspecify.annotations.NullMarked;
