/** What puts load on the measured programs and watches what they do with it. */
@NullMarked
package dev.offsession.benchmarks.load;

import org.jspecify.annotations.NullMarked;
