/** Collects payment details, and brings absent customers back to their payment. */
@NullMarked
package dev.offsession.collector;

import org.jspecify.annotations.NullMarked;
