/** What is true of a customer, in plain values. */
@NullMarked
package dev.offsession.collector.customers.domain;

import org.jspecify.annotations.NullMarked;
