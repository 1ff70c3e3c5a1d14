/** The W3C trace context that follows a charge through records and requests. */
@NullMarked
package dev.offsession.platform.trace;

import org.jspecify.annotations.NullMarked;
