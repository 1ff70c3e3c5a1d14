/** The capture page over HTTP, and the sessions that open it. */
@NullMarked
package dev.offsession.collector.capture.http;

import org.jspecify.annotations.NullMarked;
