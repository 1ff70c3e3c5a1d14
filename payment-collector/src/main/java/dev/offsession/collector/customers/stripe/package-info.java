/** Customers and saved methods as Stripe knows them. */
@NullMarked
package dev.offsession.collector.customers.stripe;

import org.jspecify.annotations.NullMarked;
