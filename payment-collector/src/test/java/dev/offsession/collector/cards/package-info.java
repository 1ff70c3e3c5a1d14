@NullMarked
package dev.offsession.collector.cards;

import org.jspecify.annotations.NullMarked;
