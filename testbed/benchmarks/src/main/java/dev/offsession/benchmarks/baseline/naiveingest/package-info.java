/** The webhook endpoint of the tutorials. */
@NullMarked
package dev.offsession.benchmarks.baseline.naiveingest;

import org.jspecify.annotations.NullMarked;
