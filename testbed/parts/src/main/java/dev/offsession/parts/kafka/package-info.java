/** What runs inside the broker's own process. */
@NullMarked
package dev.offsession.parts.kafka;

import org.jspecify.annotations.NullMarked;
