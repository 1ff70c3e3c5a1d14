/** The merchant's HTTP API of customers and saved methods. */
@NullMarked
package dev.offsession.collector.customers.http;

import org.jspecify.annotations.NullMarked;
