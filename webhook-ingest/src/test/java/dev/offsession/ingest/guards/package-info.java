@NullMarked
package dev.offsession.ingest.guards;

import org.jspecify.annotations.NullMarked;
