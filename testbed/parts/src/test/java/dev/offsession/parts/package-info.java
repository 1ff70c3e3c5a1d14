@NullMarked
package dev.offsession.parts;

import org.jspecify.annotations.NullMarked;
