@NullMarked
package dev.offsession.collector.customers.mongo;

import org.jspecify.annotations.NullMarked;
