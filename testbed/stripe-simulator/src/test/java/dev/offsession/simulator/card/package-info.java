@NullMarked
package dev.offsession.simulator.card;

import org.jspecify.annotations.NullMarked;
