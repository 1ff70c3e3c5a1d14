@NullMarked
package dev.offsession.ingest.webhooks.event;

import org.jspecify.annotations.NullMarked;
