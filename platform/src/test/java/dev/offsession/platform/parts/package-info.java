@NullMarked
package dev.offsession.platform.parts;

import org.jspecify.annotations.NullMarked;
