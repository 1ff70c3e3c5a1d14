/**
 * The use cases: load, decide, store, act. They know the ports of the core and nothing else: no
 * thread, no framework, no driver, so that the same code runs in production and in a simulation.
 */
@NullMarked
package dev.offsession.charging.usecase;

import org.jspecify.annotations.NullMarked;
