/** The bare endpoint that nothing of its kind can beat. */
@NullMarked
package dev.offsession.benchmarks.baseline.ceiling;

import org.jspecify.annotations.NullMarked;
