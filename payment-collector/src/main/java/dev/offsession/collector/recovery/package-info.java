/** The page that finishes one payment the bank stopped. */
@NullMarked
package dev.offsession.collector.recovery;

import org.jspecify.annotations.NullMarked;
