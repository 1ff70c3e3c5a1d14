/** Which events are missing, in plain Java. */
@NullMarked
package dev.offsession.ingest.backfill.domain;

import org.jspecify.annotations.NullMarked;
