/** Tests of the push service. */
@NullMarked
package dev.offsession.parts.push;

import org.jspecify.annotations.NullMarked;
