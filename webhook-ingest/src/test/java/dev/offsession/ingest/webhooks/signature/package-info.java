@NullMarked
package dev.offsession.ingest.webhooks.signature;

import org.jspecify.annotations.NullMarked;
