/** Services that must not start, as the processes that an operator would start. */
@NullMarked
package dev.offsession.systemtests.start;

import org.jspecify.annotations.NullMarked;
