@NullMarked
package dev.offsession.failpoints;

import org.jspecify.annotations.NullMarked;
