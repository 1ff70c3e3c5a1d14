/** What runs inside a woven service: plain Java, no other class of ours. */
@NullMarked
package dev.offsession.failpoints.runtime;

import org.jspecify.annotations.NullMarked;
