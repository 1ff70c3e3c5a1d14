/** What the tests of several packages share. */
@NullMarked
package dev.offsession.ingest.support;

import org.jspecify.annotations.NullMarked;
