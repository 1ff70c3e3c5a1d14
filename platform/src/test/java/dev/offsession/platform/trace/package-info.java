@NullMarked
package dev.offsession.platform.trace;

import org.jspecify.annotations.NullMarked;
