/** Spring Kafka's way to many records at once. */
@NullMarked
package dev.offsession.benchmarks.baseline.asyncacks;

import org.jspecify.annotations.NullMarked;
