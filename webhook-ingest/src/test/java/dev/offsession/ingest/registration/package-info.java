@NullMarked
package dev.offsession.ingest.registration;

import org.jspecify.annotations.NullMarked;
