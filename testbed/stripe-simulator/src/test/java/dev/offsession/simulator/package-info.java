@NullMarked
package dev.offsession.simulator;

import org.jspecify.annotations.NullMarked;
