@NullMarked
package dev.offsession.collector;

import org.jspecify.annotations.NullMarked;
