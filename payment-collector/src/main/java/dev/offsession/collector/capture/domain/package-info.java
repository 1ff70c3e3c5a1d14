/** What the customer agrees to, and what saving a card led to. */
@NullMarked
package dev.offsession.collector.capture.domain;

import org.jspecify.annotations.NullMarked;
