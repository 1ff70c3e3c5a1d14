@NullMarked
package dev.offsession.ingest;

import org.jspecify.annotations.NullMarked;
