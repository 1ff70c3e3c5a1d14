@NullMarked
package dev.offsession.charging.system;

import org.jspecify.annotations.NullMarked;
