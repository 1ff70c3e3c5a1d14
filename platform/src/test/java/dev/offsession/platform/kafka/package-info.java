@NullMarked
package dev.offsession.platform.kafka;

import org.jspecify.annotations.NullMarked;
