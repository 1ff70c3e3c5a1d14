@NullMarked
package dev.offsession.platform.settings;

import org.jspecify.annotations.NullMarked;
