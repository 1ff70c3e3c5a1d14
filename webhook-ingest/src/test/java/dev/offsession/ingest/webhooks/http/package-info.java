@NullMarked
package dev.offsession.ingest.webhooks.http;

import org.jspecify.annotations.NullMarked;
