/** The benchmarks, one class for one question. */
@NullMarked
package dev.offsession.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
