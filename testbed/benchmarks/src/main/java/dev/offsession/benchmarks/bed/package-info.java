/** The parts that the measured programs stand on, and how programs are started on them. */
@NullMarked
package dev.offsession.benchmarks.bed;

import org.jspecify.annotations.NullMarked;
