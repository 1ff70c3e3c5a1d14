/** {@code ./dev bench}: which benchmarks, how long, and where the results go. */
@NullMarked
package dev.offsession.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
