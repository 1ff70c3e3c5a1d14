/** The {@code ./dev} command, as a person at a terminal meets it. */
@NullMarked
package dev.offsession.systemtests.dev;

import org.jspecify.annotations.NullMarked;
