@NullMarked
package dev.offsession.ingest.webhooks;

import org.jspecify.annotations.NullMarked;
