/** The backfill as an operator sees it. */
@NullMarked
package dev.offsession.ingest.backfill.http;

import org.jspecify.annotations.NullMarked;
