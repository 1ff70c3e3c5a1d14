/** Answers a repeated request with its first answer. */
@NullMarked
package dev.offsession.collector.idempotency;

import org.jspecify.annotations.NullMarked;
