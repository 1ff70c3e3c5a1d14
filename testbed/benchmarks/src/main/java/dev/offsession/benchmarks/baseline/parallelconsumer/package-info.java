/** Confluent's way to many records at once. */
@NullMarked
package dev.offsession.benchmarks.baseline.parallelconsumer;

import org.jspecify.annotations.NullMarked;
