/** Customers, each linked to one Stripe customer, and the methods they saved. */
@NullMarked
package dev.offsession.collector.customers;

import org.jspecify.annotations.NullMarked;
