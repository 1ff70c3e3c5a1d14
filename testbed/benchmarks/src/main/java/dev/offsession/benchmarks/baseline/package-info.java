/** The usual ways to do what the services do; each is a program of its own. */
@NullMarked
package dev.offsession.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
