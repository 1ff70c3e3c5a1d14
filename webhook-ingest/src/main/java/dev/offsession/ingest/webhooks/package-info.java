/** Taking in one webhook: verify, read, publish, and only then acknowledge. */
@NullMarked
package dev.offsession.ingest.webhooks;

import org.jspecify.annotations.NullMarked;
