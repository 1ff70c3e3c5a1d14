/** Kafka: requests, cancellations, Stripe events and customers in; news of charges out. */
@NullMarked
package dev.offsession.charging.kafka;

import org.jspecify.annotations.NullMarked;
