@NullMarked
package dev.offsession.collector.customers.domain;

import org.jspecify.annotations.NullMarked;
