/** Charge events that end links. */
@NullMarked
package dev.offsession.collector.links.kafka;

import org.jspecify.annotations.NullMarked;
