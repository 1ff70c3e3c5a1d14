/** Starts, watches and ends the parts and services of one machine. */
@NullMarked
package dev.offsession.localstack.stack;

import org.jspecify.annotations.NullMarked;
