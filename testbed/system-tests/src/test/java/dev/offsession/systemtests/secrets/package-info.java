/** The search for what must never be written down, and the proof that the search finds it. */
@NullMarked
package dev.offsession.systemtests.secrets;

import org.jspecify.annotations.NullMarked;
