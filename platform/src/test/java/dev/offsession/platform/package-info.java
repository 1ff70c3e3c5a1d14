@NullMarked
package dev.offsession.platform;

import org.jspecify.annotations.NullMarked;
