@NullMarked
package dev.offsession.schemas;

import org.jspecify.annotations.NullMarked;
