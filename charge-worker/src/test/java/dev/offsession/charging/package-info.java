@NullMarked
package dev.offsession.charging;

import org.jspecify.annotations.NullMarked;
