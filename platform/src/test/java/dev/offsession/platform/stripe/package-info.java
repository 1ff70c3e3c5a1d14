@NullMarked
package dev.offsession.platform.stripe;

import org.jspecify.annotations.NullMarked;
