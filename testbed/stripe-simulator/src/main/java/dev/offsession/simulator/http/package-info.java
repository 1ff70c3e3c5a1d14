/** The server: routes, keys, one call from bytes to bytes. */
@NullMarked
package dev.offsession.simulator.http;

import org.jspecify.annotations.NullMarked;
