/** The page, and the API, by which a customer saves a card. */
@NullMarked
package dev.offsession.collector.capture;

import org.jspecify.annotations.NullMarked;
