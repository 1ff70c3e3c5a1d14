/** Signed deliveries of events, with retries and deliberate disorder. */
@NullMarked
package dev.offsession.simulator.webhooks;

import org.jspecify.annotations.NullMarked;
