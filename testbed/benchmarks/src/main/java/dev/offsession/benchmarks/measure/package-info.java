/** What is measured with: processor time, memory, latencies, spreads. */
@NullMarked
package dev.offsession.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
