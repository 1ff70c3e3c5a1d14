/** Bad input, at every door. */
@NullMarked
package dev.offsession.systemtests.input;

import org.jspecify.annotations.NullMarked;
