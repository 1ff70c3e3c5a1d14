/** The topic as the memory of the backfill, and the group that elects who does it. */
@NullMarked
package dev.offsession.ingest.backfill.kafka;

import org.jspecify.annotations.NullMarked;
