@NullMarked
package dev.offsession.parts.process;

import org.jspecify.annotations.NullMarked;
