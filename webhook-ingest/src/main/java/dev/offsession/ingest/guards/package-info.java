/** What keeps strangers from wearing the front door down: caps, deadlines, known addresses. */
@NullMarked
package dev.offsession.ingest.guards;

import org.jspecify.annotations.NullMarked;
