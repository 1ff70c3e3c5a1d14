@NullMarked
package dev.offsession.ingest.backfill.domain;

import org.jspecify.annotations.NullMarked;
