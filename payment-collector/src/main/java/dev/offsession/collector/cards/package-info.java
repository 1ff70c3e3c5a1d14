/** What a customer may see of a card, and of its refusal. */
@NullMarked
package dev.offsession.collector.cards;

import org.jspecify.annotations.NullMarked;
