/** {@code ./dev bench regression}: has the work for one webhook or charge become more? */
@NullMarked
package dev.offsession.benchmarks.regression;

import org.jspecify.annotations.NullMarked;
