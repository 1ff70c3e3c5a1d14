@NullMarked
package dev.offsession.charging.stripe;

import org.jspecify.annotations.NullMarked;
