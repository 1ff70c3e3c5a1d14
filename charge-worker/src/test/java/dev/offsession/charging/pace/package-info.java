@NullMarked
package dev.offsession.charging.pace;

import org.jspecify.annotations.NullMarked;
