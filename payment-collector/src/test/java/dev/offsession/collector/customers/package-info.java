@NullMarked
package dev.offsession.collector.customers;

import org.jspecify.annotations.NullMarked;
