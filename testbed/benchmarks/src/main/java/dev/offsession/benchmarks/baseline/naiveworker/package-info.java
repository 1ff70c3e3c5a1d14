/** One record at a time. */
@NullMarked
package dev.offsession.benchmarks.baseline.naiveworker;

import org.jspecify.annotations.NullMarked;
