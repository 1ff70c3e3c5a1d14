/** Slows down who tries cards or links in numbers. */
@NullMarked
package dev.offsession.collector.brake;

import org.jspecify.annotations.NullMarked;
