@NullMarked
package dev.offsession.simulator.webhooks;

import org.jspecify.annotations.NullMarked;
