/** A stack started by {@code ./dev} for the tests, and the people and systems around it. */
@NullMarked
package dev.offsession.systemtests.stack;

import org.jspecify.annotations.NullMarked;
