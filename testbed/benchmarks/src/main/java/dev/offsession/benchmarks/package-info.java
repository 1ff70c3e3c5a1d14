/** How fast Offsession is: the benchmark suite behind {@code ./dev bench}. */
@NullMarked
package dev.offsession.benchmarks;

import org.jspecify.annotations.NullMarked;
