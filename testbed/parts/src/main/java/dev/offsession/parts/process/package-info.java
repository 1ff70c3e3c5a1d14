/** Child processes that never outlive their parent, and the ports they listen on. */
@NullMarked
package dev.offsession.parts.process;

import org.jspecify.annotations.NullMarked;
