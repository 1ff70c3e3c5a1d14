/** What was measured against which goal, as a table, JSON and plots. */
@NullMarked
package dev.offsession.benchmarks.report;

import org.jspecify.annotations.NullMarked;
