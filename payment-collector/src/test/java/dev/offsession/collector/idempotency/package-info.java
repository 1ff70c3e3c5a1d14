@NullMarked
package dev.offsession.collector.idempotency;

import org.jspecify.annotations.NullMarked;
