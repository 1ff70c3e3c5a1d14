/** Stripe's events in, the picture of saved methods out. */
@NullMarked
package dev.offsession.collector.customers.kafka;

import org.jspecify.annotations.NullMarked;
