/** Webhooks as they come in over HTTP. */
@NullMarked
package dev.offsession.ingest.webhooks.http;

import org.jspecify.annotations.NullMarked;
