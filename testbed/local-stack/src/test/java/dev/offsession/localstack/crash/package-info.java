/** The judges of the crash suite, and that each of them can say no. */
@NullMarked
package dev.offsession.localstack.crash;

import org.jspecify.annotations.NullMarked;
