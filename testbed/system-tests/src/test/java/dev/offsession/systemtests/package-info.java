/** The whole system as real processes, seen from outside only. */
@NullMarked
package dev.offsession.systemtests;

import org.jspecify.annotations.NullMarked;
