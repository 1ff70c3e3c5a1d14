@NullMarked
package dev.offsession.ingest.backfill;

import org.jspecify.annotations.NullMarked;
