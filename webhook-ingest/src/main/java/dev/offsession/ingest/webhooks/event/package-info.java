/** What is read from an event's body, and what is taken out of it. */
@NullMarked
package dev.offsession.ingest.webhooks.event;

import org.jspecify.annotations.NullMarked;
