@NullMarked
package dev.offsession.collector.brake;

import org.jspecify.annotations.NullMarked;
