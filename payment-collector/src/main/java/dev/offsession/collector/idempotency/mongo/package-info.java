/** First answers in MongoDB. */
@NullMarked
package dev.offsession.collector.idempotency.mongo;

import org.jspecify.annotations.NullMarked;
