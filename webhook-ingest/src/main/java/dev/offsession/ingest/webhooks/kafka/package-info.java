/** Webhooks as they go out to Kafka. */
@NullMarked
package dev.offsession.ingest.webhooks.kafka;

import org.jspecify.annotations.NullMarked;
