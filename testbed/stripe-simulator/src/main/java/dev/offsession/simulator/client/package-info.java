/** What a browser gets: scripts, frames and the challenge. */
@NullMarked
package dev.offsession.simulator.client;

import org.jspecify.annotations.NullMarked;
