/**
 * A long run under load, with faults and a process killed every few seconds, judged to the last
 * charge.
 */
@NullMarked
package dev.offsession.localstack.soak;

import org.jspecify.annotations.NullMarked;
