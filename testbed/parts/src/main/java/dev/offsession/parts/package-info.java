/** Real parts for tests and the local stack: broker, schema registry, MongoDB stand-in. */
@NullMarked
package dev.offsession.parts;

import org.jspecify.annotations.NullMarked;
