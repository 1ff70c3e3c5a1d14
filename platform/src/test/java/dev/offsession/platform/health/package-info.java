@NullMarked
package dev.offsession.platform.health;

import org.jspecify.annotations.NullMarked;
