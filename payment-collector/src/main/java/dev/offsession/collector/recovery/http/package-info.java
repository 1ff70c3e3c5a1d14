/** The recovery page over HTTP. */
@NullMarked
package dev.offsession.collector.recovery.http;

import org.jspecify.annotations.NullMarked;
